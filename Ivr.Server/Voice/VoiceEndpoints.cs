using Ivr.Server.Emergency;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Voice;

/// <summary>Twilio's webhooks: a call begins, answers, fails over, ends.</summary>
internal sealed class VoiceEndpoints(Lines lines, CallSeal seal, CallDirector director, CallTwiml twiml, Incidents incidents, ILogger<VoiceEndpoints> log)
{
    /// <summary>Name of the query parameter that holds the sealed call.</summary>
    private const string CallParameter = "call";

    /// <summary>A call comes in.</summary>
    public IResult Incoming(VoiceWebhook webhook)
    {
        if (lines.Dialled(webhook.Dialled) is not { } line)
        {
            log.LogWarning("Call {CallSid}: {Dialled} rings on no line", webhook.CallSid, webhook.Dialled);
            return new TwimlAnswer(twiml.NumberNotInUse());
        }

        return Speak(director.Begin(line), webhook);
    }

    /// <summary>The caller answered a question, or was silent.</summary>
    public async Task<IResult> AnswerAsync(VoiceWebhook webhook, string? sealedCall, CancellationToken hungUp) =>
        seal.Open(sealedCall, webhook.CallSid) is { } before
            ? Speak(await director.HearAsync(before.Call, webhook, hungUp), webhook, before)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "The URL does not hold the state of this call.");

    /// <summary>A webhook failed; the URL that failed still holds the state, so the call goes on where it was.</summary>
    public IResult Fallback(VoiceWebhook webhook)
    {
        log.LogWarning("Call {CallSid}: a webhook failed, Twilio error {ErrorCode}", webhook.CallSid, webhook.ErrorCode);
        if (lines.Dialled(webhook.Dialled) is not { } line)
            return new TwimlAnswer(twiml.NumberNotInUse());

        if (!Uri.TryCreate(webhook.ErrorUrl, UriKind.Absolute, out var failed))
            return new TwimlAnswer(twiml.Apology(line));
        if (failed.AbsolutePath.EndsWith(VoiceRoutes.IncomingPath, StringComparison.Ordinal))
            return Speak(director.Resume(director.Begin(line), webhook.CallSid), webhook);

        var sealedCall = QueryHelpers.ParseQuery(failed.Query).GetValueOrDefault(CallParameter);
        return seal.Open(sealedCall, webhook.CallSid) is { } before
            ? Speak(director.Resume(before.Call, webhook.CallSid), webhook, before)
            : new TwimlAnswer(twiml.Apology(line));
    }

    /// <summary>The call is over.</summary>
    public static IResult Status() => Results.NoContent();

    /// <summary>Something did not work that the call cannot do without: an apology, never an error that Twilio plays its own words for.</summary>
    /// <remarks>But for a node without keys: on an error Twilio asks the fallback URL, where a node that has them may go on with the call.</remarks>
    /// <param name="webhook">The webhook.</param>
    /// <param name="failure">What did not work.</param>
    /// <param name="isFallback">Twilio asks nobody after this.</param>
    public IResult Apologise(VoiceWebhook webhook, Exception failure, bool isFallback)
    {
        if (lines.Dialled(webhook.Dialled) is not { } line)
            return new TwimlAnswer(twiml.NumberNotInUse());
        // An outage is told once, not with every call.
        if (KeyRingAway.IsDatabaseOutage(failure))
        {
            incidents.RecordImpact(webhook.CallSid, line.Name, where: null, failure);
            return isFallback ? new TwimlAnswer(twiml.Apology(line)) : Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        log.LogError(failure, "Call {CallSid}: the webhook failed, the caller hears an apology", webhook.CallSid);
        return new TwimlAnswer(twiml.Apology(line));
    }

    private TwimlAnswer Speak(Call call, VoiceWebhook webhook, SealedCall? before = null)
    {
        var tally = (before?.Tally ?? new()).After(webhook.Digits.Length, before?.Call, call);
        // What is over has no next step to seal.
        var action = call.State == CallState.Ended ? null : ActionFor(call, tally, webhook);
        return new TwimlAnswer(twiml.Render(call, action), call, before?.Call, tally);
    }

    // Relative to the document's own URL, so it stays behind whatever address the public knows this server by.
    private Uri ActionFor(Call call, CallTally tally, VoiceWebhook webhook) =>
        new($"answer?{CallParameter}={seal.Seal(call, tally, webhook.CallSid)}", UriKind.Relative);
}
