using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls;

/// <summary>
/// One telephone call, from the caller's side. Between two steps it is always the caller's turn, or the call is over.
/// A call left alone is hung up when it is disposed of.
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

    /// <summary>Twilio's name for the call.</summary>
    public string CallSid { get; }

    /// <summary>Everything that was said and keyed.</summary>
    public Transcript Transcript => _log.Transcript;

    /// <summary>The words after the caller's last key or silence.</summary>
    public string Heard => Transcript.Heard;

    /// <summary>Every webhook of the call and its answer, oldest first; the status callback is the last.</summary>
    public IReadOnlyList<Exchange> Exchanges => _log.Exchanges;

    /// <summary>Webhooks that failed, whether or not the fallback saved the call.</summary>
    public IReadOnlyList<WebhookFailure> Failures => _log.Failures;

    /// <summary>How long the call has lasted, in virtual time.</summary>
    public TimeSpan Elapsed => _time.Elapsed;

    /// <summary>Whether nobody is on the line any more.</summary>
    public bool IsOver => Ending is not null;

    /// <summary>How the call ended; null while it goes on.</summary>
    public CallEnding? Ending => _line.Ending;

    /// <summary>The Gather that waits for keys; null when the call is over.</summary>
    public Gather? Gather => _line.Gather?.Gather;

    /// <summary>Hangs up if nobody has.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!IsOver) await _line.HangUpAsync();
    }
}
