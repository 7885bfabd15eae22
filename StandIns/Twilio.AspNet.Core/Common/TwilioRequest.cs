namespace Twilio.AspNet.Common;

/// <summary>What every webhook says. A string that is absent from the form is null, whatever its type promises.</summary>
public abstract class TwilioRequest
{
    /// <summary>The account, <c>AC</c> and 32 hexadecimal digits.</summary>
    public string AccountSid { get; set; } = null!;

    /// <summary>The caller's number in E.164 form, or one that stands for a withheld number.</summary>
    public string From { get; set; } = null!;

    /// <summary>The number dialled, in E.164 form.</summary>
    public string To { get; set; } = null!;

    /// <summary>The caller's city, when known.</summary>
    public string? FromCity { get; set; }

    /// <summary>The caller's state or province, when known.</summary>
    public string? FromState { get; set; }

    /// <summary>The caller's postcode, when known.</summary>
    public string? FromZip { get; set; }

    /// <summary>The caller's country, two letters, when known.</summary>
    public string? FromCountry { get; set; }

    /// <summary>The city of the number dialled, when known.</summary>
    public string? ToCity { get; set; }

    /// <summary>The state or province of the number dialled, when known.</summary>
    public string? ToState { get; set; }

    /// <summary>The postcode of the number dialled, when known.</summary>
    public string? ToZip { get; set; }

    /// <summary>The country of the number dialled, two letters, when known.</summary>
    public string? ToCountry { get; set; }
}
