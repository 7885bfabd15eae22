using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls.Engine;

/// <summary>Records the transcript, the exchanges and the failures of a call while it runs.</summary>
internal sealed class CallLog(CallTime time)
{
    private readonly List<WebhookFailure> _failures = [];

    public Transcript Transcript { get; } = new();

    public List<Exchange> Exchanges { get; } = [];

    public IReadOnlyList<WebhookFailure> Failures => _failures;

    public void Write(string note) => Transcript.Add(new Note(time.Elapsed, note));

    public void Write(WebhookFailure failure)
    {
        _failures.Add(failure);
        Transcript.Add(new Fault(time.Elapsed, failure.ToString()));
    }
}
