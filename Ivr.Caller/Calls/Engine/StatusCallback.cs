using Ivr.Caller.Clock;
using Ivr.Caller.Webhooks;

namespace Ivr.Caller.Calls.Engine;

/// <summary>Sends the status callback at the end of a call. Its response is not used. A failure is logged and changes nothing.</summary>
internal sealed class StatusCallback(Uri? url, Delivery delivery, CallParameters parameters, CallTime time, CallLog log)
{
    public async Task SendAsync(CallEnding ending, CancellationToken cancellationToken)
    {
        if (url is null) return;
        var seconds = (int)time.Elapsed.TotalSeconds;
        var form = parameters.For(FinalStatus(ending),
        [
            ("CallDuration", $"{seconds}"),
            ("Duration", $"{(seconds + 59) / 60}"),
            ("Timestamp", time.Now.ToString("R")),
            ("CallbackSource", "call-progress-events"),
            ("SequenceNumber", "0"),
        ]);
        var exchange = await delivery.DeliverAsync(new WebhookRequest(HttpMethod.Post, url, form), cancellationToken);
        if (exchange.Failure is { } failure) log.Write(failure);
    }

    /// <summary>
    /// Since October 2024, a call that ends before it is answered has the status no-answer. We assume the same status for a Reject without
    /// a reason. This is not confirmed.
    /// </summary>
    private static string FinalStatus(CallEnding ending) => ending switch
    {
        CallEnding.CallerGaveUp or CallEnding.Rejected => "no-answer",
        CallEnding.Busy => "busy",
        _ => "completed",
    };
}
