using Ivr.Server.Voice;
using Ivr.Server.Voice.Twiml;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>
/// Observes the webhooks after the check of their signature, and queues the steps that may be written. No call waits for that.
/// </summary>
internal sealed class RecordingFilter(StepRecorder taker, PendingSteps pending, ILogger<RecordingFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        try
        {
            if (Kind(VoiceEndpoints.PathOf(context.HttpContext)) is { } kind && context.HttpContext.Features.Get<VoiceWebhook>() is { } webhook
                && (result is TwimlAnswer || kind == RecordedStepKind.Over))
            {
                var answer = result as TwimlAnswer;
                pending.Add(taker.Take(kind, webhook, answer?.Before, answer?.Call));
            }
        }
#pragma warning disable CA1031 // No exception may fail the call. The exception may contain keyed digits, so only its type is logged.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            log.LogError("A webhook was not written down: {Failure}", failure.GetType().Name);
        }

        return result;
    }

    private static RecordedStepKind? Kind(string? path) => path switch
    {
        VoiceEndpoints.IncomingPath => RecordedStepKind.Began,
        VoiceEndpoints.AnswerPath => RecordedStepKind.Answered,
        VoiceEndpoints.FallbackPath => RecordedStepKind.Resumed,
        VoiceEndpoints.StatusPath => RecordedStepKind.Over,
        _ => null,
    };
}
