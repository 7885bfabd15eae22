using Ivr.Server.Emergency;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Voice;

/// <summary>Handles Twilio's webhooks: a call starts, the caller answers, a webhook failed, the call ended.</summary>
internal sealed class VoiceEndpoints(Lines lines, CallSeal seal, CallDirector director, CallTwiml twiml, Incidents incidents, ILogger<VoiceEndpoints> log)
{
    private const string CallParameter = "call";

    public IResult Incoming(VoiceWebhook webhook)
    {
        if (lines.Dialled(webhook.Dialled) is not { } line)
        {
            log.LogWarning("Call {CallSid}: {Dialled} rings on no line", webhook.CallSid, webhook.Dialled);
            return new TwimlAnswer(twiml.NumberNotInUse());
        }

        return Speak(director.Begin(line), webhook);
    }

    /// <summary>Handles the caller's answer to a question, or silence.</summary>
    public async Task<IResult> AnswerAsync(VoiceWebhook webhook, string? sealedCall, CancellationToken hungUp) =>
        seal.Open(sealedCall, webhook.CallSid) is { } before
            ? Speak(await director.HearAsync(before.Call, webhook, hungUp), webhook, before)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "The URL does not hold the state of this call.");

    /// <summary>Handles a failed webhook. The failed URL still contains the call's state, so the call continues from there.</summary>
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

    /// <summary>The call ended. The response is empty.</summary>
    public static IResult Status() => Results.NoContent();

    /// <summary>
    /// Handles an error that stops the call. The caller hears an apology; an error response would make Twilio play its own message.
    /// </summary>
    /// <remarks>
    /// There is one exception: when the database outage leaves this node without keys, the response is 503. Twilio then requests the
    /// fallback URL, where a node that has the keys can continue the call.
    /// </remarks>
    /// <param name="webhook">The webhook that failed.</param>
    /// <param name="failure">The error.</param>
    /// <param name="isFallback">True for the fallback URL: Twilio requests no other URL after it.</param>
    public IResult Apologise(VoiceWebhook webhook, Exception failure, bool isFallback)
    {
        if (lines.Dialled(webhook.Dialled) is not { } line)
            return new TwimlAnswer(twiml.NumberNotInUse());
        // The log has one line for each outage, not one for each call.
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
        // An ended call has no next step, so there is no state to send.
        var action = call.State == CallState.Ended ? null : ActionFor(call, tally, webhook);
        return new TwimlAnswer(twiml.Render(call, action), call, before?.Call, tally);
    }

    // The URL is relative to the document's own URL, so it works at any public address of this server.
    private Uri ActionFor(Call call, CallTally tally, VoiceWebhook webhook) =>
        new($"answer?{CallParameter}={seal.Seal(call, tally, webhook.CallSid)}", UriKind.Relative);
}
