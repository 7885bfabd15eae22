using Ivr.Server.Voice;
using Ivr.Server.Voice.Twiml;

namespace Ivr.Server.CallTrace;

/// <summary>Looks on at the webhooks, after their signature, and hands on what the trace wants of them. No call waits for that.</summary>
internal sealed class CallTraceFilter(CallEvents events, PendingEvents pending, ILogger<CallTraceFilter> log) : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        try
        {
            // Whoever read the form leaves it here.
            if (context.HttpContext.Features.Get<VoiceWebhook>() is { } webhook)
                pending.Add(result is TwimlAnswer answer ? events.Answered(webhook, answer) : events.Told(webhook));
        }
#pragma warning disable CA1031 // Whatever it is, the call comes first. What was keyed may be in the exception: only its type is told.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError("A webhook was left out of the trace: {Failure}", failure.GetType().Name);
        }

        return result;
    }
}
