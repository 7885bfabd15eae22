namespace Ivr.Caller.Calls;

/// <summary>A call failed. The message ends with the transcript.</summary>
internal abstract class CallException : Exception
{
    private protected CallException(PhoneCall call, string problem, Exception? inner = null)
        : base($"{problem}\n\nThe call:\n{call.Transcript}\n", inner) => (Call, Problem) = (call, problem);

    /// <summary>What went wrong, without the transcript.</summary>
    public string Problem { get; }

    public PhoneCall Call { get; }
}

/// <summary>An expected text was not heard, or an unexpected text was heard.</summary>
internal sealed class NotHeardException : CallException
{
    internal NotHeardException(PhoneCall call, string expected)
        : base(call, $"Expected: {expected}\nHeard:    {(call.Heard.Length == 0 ? "(nothing)" : $"\"{call.Heard}\"")}")
    {
    }
}

/// <summary>The call ended before the caller pressed all keys.</summary>
internal sealed class KeysLeftOverException : CallException
{
    internal KeysLeftOverException(PhoneCall call, string keys)
        : base(call, $"Keys left over: {keys}. The call was over ({call.Ending}) before they could be pressed.") => Keys = keys;

    /// <summary>The keys that were not pressed.</summary>
    public string Keys { get; }
}

/// <summary>The caller tried to act after the call was over.</summary>
internal sealed class CallIsOverException : CallException
{
    internal CallIsOverException(PhoneCall call)
        : base(call, $"The call is over ({call.Ending}).")
    {
    }
}

/// <summary>Twilio could not get a document. The caller heard "application error" and the call ended.</summary>
internal sealed class LineFailedException : CallException
{
    internal LineFailedException(PhoneCall call)
        : base(call, $"The line failed: {call.Failures[^1]}", call.Failures.FirstOrDefault(failure => failure.TwiML is not null)?.TwiML)
    {
    }
}
