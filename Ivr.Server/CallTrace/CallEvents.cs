using Ivr.Server.Configuration;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.CallTrace;

/// <summary>Creates events from webhooks and their results.</summary>
internal sealed class CallEvents(Lines lines, TimeProvider clock, IOptions<TraceOptions> options)
{
    private static readonly string[] Final = ["completed", "no-answer", "canceled", "busy", "failed"];

    /// <summary>The event of a webhook that was answered with TwiML.</summary>
    public CallEvent Answered(VoiceWebhook webhook, TwimlAnswer answer)
    {
        var spoken = Bare(webhook);
        return answer is { Call: { } call, Tally: { } tally }
            ? spoken with
            {
                StartedAt = call.StartedAt.UtcDateTime,
                EndedAt = call.State == CallState.Ended ? spoken.At : null,
                Failed = call.EndedBy == CallTrigger.Failed,
                Ending = CallOutcome.Of(call),
                Call = call,
                Webhooks = call.Webhooks,
                Step = call.State == CallState.Ended ? answer.Before?.State : call.State,
                // The call forgets a refused login, so that the next one can be keyed.
                Login = call.Login ?? answer.Before?.Login,
                Tally = tally,
            }
            : spoken with
            {
                EndedAt = spoken.At,
                Webhooks = spoken.Line is null ? 1 : 0,
                Failed = spoken.Line is not null,
                Ending = spoken.Line is null ? CallOutcome.WrongNumber : CallOutcome.Failed,
            };
    }

    /// <summary>The event of a status callback; null when the call is not over.</summary>
    public CallEvent? Told(VoiceWebhook webhook)
    {
        var told = Bare(webhook);
        return Final.Contains(webhook.CallStatus)
            ? told with { EndedAt = told.At, Seconds = webhook.Seconds ?? 0, Failed = webhook.CallStatus == "failed" }
            : null;
    }

    private CallEvent Bare(VoiceWebhook webhook)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new(webhook.CallSid, now, now)
        {
            Line = lines.Dialled(webhook.Dialled)?.Name,
            Dialled = E164.IsNumber(webhook.Dialled) ? webhook.Dialled : null,
            Caller = options.Value.Caller == CallerPolicy.Masked ? Masked.Caller(webhook.Caller) : null,
        };
    }
}
