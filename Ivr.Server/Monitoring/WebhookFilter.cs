using System.Diagnostics;
using Ivr.Server.Configuration;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Reports each webhook after the check of its signature: one log line, its duration as a metric, its call and step as tags of the span.
/// </summary>
internal sealed partial class WebhookFilter(Lines lines, WebhookMeter meter, IOptions<NodeOptions> node, ILogger<WebhookFilter> log) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var began = Stopwatch.GetTimestamp();
        var result = await next(context);
        if (context.HttpContext.Features.Get<VoiceWebhook>() is { } webhook)
            Tell(context.HttpContext, webhook, result as TwimlAnswer, Stopwatch.GetElapsedTime(began));
        return result;
    }

    private void Tell(HttpContext http, VoiceWebhook webhook, TwimlAnswer? answer, TimeSpan duration)
    {
        var kind = Path.GetFileName(VoiceEndpoints.PathOf(http));
        var line = lines.Dialled(webhook.Dialled)?.Name;
        var call = answer?.Call;
        var why = call switch
        {
            null => webhook.CallStatus,
            { EndedBy: { } ended } => ended.ToString(),
            _ => call.Notice.ToString(),
        };
        meter.Answered(line, answer?.Before, call, duration);
        if (Activity.Current is { } span)
            Mark(span, webhook, line, call);
        Answered(
            webhook.CallSid, kind, call?.Webhooks ?? 0, Masked.Caller(webhook.Caller), line ?? "none", webhook.Digits.Length,
            call?.State.ToString() ?? "none", call?.Language.Code() ?? "none", why, duration.TotalMilliseconds, node.Value.Name);
    }

    private static void Mark(Activity span, VoiceWebhook webhook, string? line, Call? call)
    {
        span.SetTag("ivr.call.sid", webhook.CallSid);
        span.SetTag("ivr.line", line);
        span.SetTag("ivr.step", call?.State.ToString());
        span.SetTag("ivr.ended_by", call?.EndedBy?.ToString());
    }

    [LoggerMessage(
        1101,
        LogLevel.Information,
        "Call {CallSid}: {Webhook} {Webhooks} of {Caller} on line {Line} brought {Keys} keys; {Step} in {Language}, {Why}; {Milliseconds:0.0} ms on {Node}",
        EventName = "WebhookAnswered")]
    private partial void Answered(
        string callSid, string? webhook, int webhooks, string caller, string line, int keys, string step, string language, string why, double milliseconds, string node);
}
