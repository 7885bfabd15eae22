using System.Diagnostics.Metrics;
using Ivr.Server.Configuration;
using Ivr.StateMachine;

namespace Ivr.Server.Monitoring;

/// <summary>Metrics of the webhooks.</summary>
internal sealed class WebhookMeter
{
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _started;
    private readonly Counter<long> _ended;

    public WebhookMeter(IMeterFactory meters)
    {
        var meter = meters.CreateServerMeter();
        _duration = meter.CreateSeconds("ivr.webhook.duration", "How long a webhook took, by line and by the state that spoke then.");
        _started = meter.CreateCounter<long>("ivr.calls.started", "{call}", "Calls that came in, by line.");
        _ended = meter.CreateCounter<long>("ivr.calls.ended", "{call}", "Calls that the server ended with words, by line and by what ended them.");
    }

    /// <summary>
    /// Records an answered webhook. <paramref name="line"/> is null when the number is on no line. <paramref name="before"/> and
    /// <paramref name="after"/> are the call before and after the webhook; null when there was none.
    /// </summary>
    public void Answered(string? line, Call? before, Call? after, TimeSpan duration)
    {
        KeyValuePair<string, object?> itsLine = new("ivr.line", line ?? "none");
        _duration.Record(duration.TotalSeconds, itsLine, new("ivr.step", after?.State.ToString() ?? "none"));
        if (before is null && after is { Webhooks: 1 })
            _started.Add(1, itsLine);
        if (after?.EndedBy is { } why)
            _ended.Add(1, itsLine, new("ivr.ended_by", why.ToString()));
    }
}
