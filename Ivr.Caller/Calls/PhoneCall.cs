using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <summary>
/// One telephone call, from the caller's side. Between two steps, the caller must act or the call is over. When an open call is disposed
/// of, the caller hangs up.
/// </summary>
internal sealed partial class PhoneCall : IAsyncDisposable
{
    private readonly Phone _phone;
    private readonly PhoneLine _line;
    private readonly CallLog _log;
    private readonly CallTime _time;

    internal PhoneCall(string callSid, Phone phone, PhoneLine line, CallLog log, CallTime time)
    {
        CallSid = callSid;
        _phone = phone;
        _line = line;
        _log = log;
        _time = time;
    }

    internal KeysBetweenGathers KeysBetweenGathers { get; init; }

    /// <summary>True when the time that passes for the caller passes for the server too.</summary>
    internal bool ServerHasOurClock { get; init; }

    /// <summary>Twilio's identifier of the call.</summary>
    public string CallSid { get; }

    /// <summary>Everything that was said and keyed.</summary>
    public Transcript Transcript => _log.Transcript;

    /// <summary>The words that were said after the caller's last key or silence.</summary>
    public string Heard => Transcript.Heard;

    /// <summary>Every webhook of the call with its response, oldest first. The status callback is the last.</summary>
    public IReadOnlyList<Exchange> Exchanges => _log.Exchanges;

    /// <summary>The webhooks that failed, including those that the fallback replaced.</summary>
    public IReadOnlyList<WebhookFailure> Failures => _log.Failures;

    /// <summary>The duration of the call so far, in virtual time.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    public bool IsOver => Ending is not null;

    /// <summary>How the call ended; null while it runs.</summary>
    public CallEnding? Ending => _line.Ending;

    /// <summary>The Gather that waits for keys; null when the call is over.</summary>
    public Gather? Gather => _line.Gather?.Gather;

    /// <summary>Hangs up when the call is still open.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsOver) await _line.HangUpAsync();
    }
}
