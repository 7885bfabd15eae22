namespace Ivr.Caller.Calls;

/// <summary>A call did not go as it should; the message ends with all that was said and keyed.</summary>
internal abstract class CallException : Exception
{
    private protected CallException(PhoneCall call, string problem, Exception? inner = null)
        : base($"{problem}\n\nThe call:\n{call.Transcript}\n", inner) => (Call, Problem) = (call, problem);

    /// <summary>What went wrong, without the call.</summary>
    public string Problem { get; }

    /// <summary>The call as it stands.</summary>
    public PhoneCall Call { get; }
}

/// <summary>Something expected was not heard, or something unexpected was.</summary>
internal sealed class NotHeardException : CallException
{
    internal NotHeardException(PhoneCall call, string expected)
        : base(call, $"Expected: {expected}\nHeard:    {(call.Heard.Length == 0 ? "(nothing)" : $"\"{call.Heard}\"")}")
    {
    }
}

/// <summary>The call ended while the caller still had keys to press.</summary>
internal sealed class KeysLeftOverException : CallException
{
    internal KeysLeftOverException(PhoneCall call, string keys)
        : base(call, $"Keys left over: {keys}. The call was over ({call.Ending}) before they could be pressed.") => Keys = keys;

    /// <summary>The keys that were not pressed.</summary>
    public string Keys { get; }
}

/// <summary>The call was over when the caller wanted to do something.</summary>
internal sealed class CallIsOverException : CallException
{
    internal CallIsOverException(PhoneCall call)
        : base(call, $"The call is over ({call.Ending}).")
    {
    }
}

/// <summary>Twilio could not get a document, so the caller heard "application error" and the call ended.</summary>
internal sealed class LineFailedException : CallException
{
    internal LineFailedException(PhoneCall call)
        : base(call, $"The line failed: {call.Failures[^1]}", call.Failures.FirstOrDefault(failure => failure.TwiML is not null)?.TwiML)
    {
    }
}
