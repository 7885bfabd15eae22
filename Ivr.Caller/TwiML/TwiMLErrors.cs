namespace Ivr.Caller.TwiML;

/// <summary>Twilio's error codes for invalid documents (https://www.twilio.com/docs/api/errors).</summary>
internal static class TwiMLErrors
{
    /// <summary>The body is larger than 64 kB.</summary>
    public const int TooLarge = 11750;

    /// <summary>The body is not XML, or has no <c>Response</c>.</summary>
    public const int NotParsed = 12100;

    /// <summary>A verb or an attribute is unknown, has the wrong case, or is in the wrong place.</summary>
    public const int Schema = 12200;

    /// <summary>The Content-Type is missing, or is not one of TwiML's.</summary>
    public const int ContentType = 12300;

    /// <summary>Dial's timeout is not a positive whole number.</summary>
    public const int DialTimeout = 13212;

    /// <summary>Dial's number is not a telephone number.</summary>
    public const int DialNumber = 13223;

    /// <summary>finishOnKey is not one of 0-9 # *.</summary>
    public const int FinishOnKey = 13310;

    /// <summary>finishOnKey has more than one character.</summary>
    public const int FinishOnKeyLength = 13311;

    /// <summary>Gather's method is neither GET nor POST.</summary>
    public const int GatherMethod = 13312;

    /// <summary>Gather's timeout is not a positive whole number.</summary>
    public const int GatherTimeout = 13313;

    /// <summary>numDigits is not a positive whole number.</summary>
    public const int NumDigits = 13314;

    /// <summary>Gather contains a verb that it may not contain.</summary>
    public const int Nesting = 13320;

    /// <summary>actionOnEmptyResult is neither true nor false.</summary>
    public const int ActionOnEmptyResult = 13338;

    /// <summary>Play's loop is not a whole number.</summary>
    public const int PlayLoop = 13410;

    /// <summary>Say's loop is not a whole number.</summary>
    public const int SayLoop = 13510;

    /// <summary>The voice does not exist, or does not speak the language.</summary>
    public const int Voice = 13511;

    /// <summary>Say is empty or cannot be spoken.</summary>
    public const int SayText = 13520;

    /// <summary>Say is longer than a Polly voice can speak.</summary>
    public const int SayTooLong = 13521;
}
