using Ivr.Server.Voice;
using Ivr.Server.Voice.Twiml;

namespace Ivr.Server.CallTrace;

/// <summary>
/// Observes the webhooks after the check of their signature, and queues their events for the trace. No call waits for that.
/// </summary>
internal sealed class CallTraceFilter(CallEvents events, PendingEvents pending, ILogger<CallTraceFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        try
        {
            // The endpoint that read the form has stored it here.
            if (context.HttpContext.Features.Get<VoiceWebhook>() is { } webhook)
                pending.Add(result is TwimlAnswer answer ? events.Answered(webhook, answer) : events.Told(webhook));
        }
#pragma warning disable CA1031 // No exception may fail the call. The exception may contain keyed digits, so only its type is logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError("A webhook was left out of the trace: {Failure}", failure.GetType().Name);
        }

        return result;
    }
}
