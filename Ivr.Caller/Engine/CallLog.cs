using Ivr.Caller.Hearing;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Engine;

/// <summary>What is written down about a call while it goes on.</summary>
internal sealed class CallLog
{
    public Transcript Transcript { get; } = new();

    public List<Exchange> Exchanges { get; } = [];

    public List<WebhookFailure> Failures { get; } = [];
}
