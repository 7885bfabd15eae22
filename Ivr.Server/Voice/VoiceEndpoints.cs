using Ivr.Server.Emergency;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Ivr.StateMachine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;

namespace Ivr.Server.Voice;

/// <summary>Twilio's webhooks under <c>/voice</c>: a call begins, answers, fails over, ends. All are behind the signature.</summary>
internal sealed class VoiceEndpoints(
    Lines lines,
    CallSeal seal,
    CallDirector director,
    CallTwiml twiml,
    Incidents incidents,
    IOptions<TwilioSettings> settings,
    ILogger<VoiceEndpoints> log)
{
    internal const string IncomingPath = Group + "/incoming";
    internal const string AnswerPath = Group + "/answer";
    internal const string FallbackPath = Group + "/fallback";
    internal const string StatusPath = Group + "/status";

    private const string Group = "/voice";

    /// <summary>Name of the query parameter that holds the sealed call.</summary>
    private const string CallParameter = "call";

    // Absolute, so that it does not depend on how the voice URL is written: /voice/incoming/ works too.
    private readonly string _answerUrl = PublicPath(settings.Value.RequestValidation.BaseUrlOverride) + AnswerPath;

    /// <summary>The path of the endpoint, which may be written differently in the request: in capitals, or with a slash at the end.</summary>
    internal static string? PathOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

    /// <summary>Maps the webhooks.</summary>
    /// <returns>Their group, to which further filters can be added; they see signed webhooks only.</returns>
    public RouteGroupBuilder Map(IEndpointRouteBuilder app)
    {
        var voice = app.MapGroup("")
            .DisableAntiforgery()
            .AddEndpointFilter<FormGuard>()
            .ValidateTwilioRequest();
        // Webhooks need none of the middleware of the pages: no accounts, no cookies.
        voice.ShortCircuit();

        voice.MapPost(IncomingPath, (HttpContext http, CancellationToken hungUp) => RespondAsync(http, IncomingAsync, hungUp));
        voice.MapPost(AnswerPath, (HttpContext http, [FromQuery(Name = CallParameter)] string? sealedCall, CancellationToken hungUp) =>
            RespondAsync(http, webhook => AnswerAsync(webhook, sealedCall, hungUp), hungUp));
        voice.MapPost(FallbackPath, (HttpContext http, CancellationToken hungUp) => RespondAsync(http, webhook => Task.FromResult<IResult>(Fallback(webhook)), hungUp));
        voice.MapPost(StatusPath, (HttpContext http, CancellationToken hungUp) => RespondAsync(http, _ => Task.FromResult(Results.NoContent()), hungUp));
        return voice;
    }

    private async Task<IResult> RespondAsync(HttpContext http, Func<VoiceWebhook, Task<IResult>> respond, CancellationToken hungUp)
    {
        // The words for one caller must never be cached for another.
        http.Response.Headers.CacheControl = "no-store";
        if (http.Features.Get<VoiceWebhook>() is not { } webhook)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "The form is not one of a call.");

        try
        {
            return await respond(webhook);
        }
        catch (OperationCanceledException) when (hungUp.IsCancellationRequested)
        {
            // The client has closed the connection; nobody reads this response.
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
#pragma warning disable CA1031 // The caller must hear something after every failure.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Apologise(webhook, failure, isFallback: PathOf(http) == FallbackPath);
        }
    }

    private async Task<IResult> IncomingAsync(VoiceWebhook webhook)
    {
        if (lines.Dialled(webhook.Dialled) is not { } line)
        {
            log.LogWarning("Call {CallSid}: {Dialled} rings on no line", webhook.CallSid, webhook.Dialled);
            return new TwimlAnswer(twiml.NumberNotInUse());
        }

        return Speak(await director.BeginAsync(line, webhook.Caller), webhook);
    }

    // The caller answered a question, or was silent.
    private async Task<IResult> AnswerAsync(VoiceWebhook webhook, string? sealedCall, CancellationToken hungUp) =>
        seal.Open(sealedCall, webhook.CallSid) is { } before
            ? Speak(await director.HearAsync(before.Call, webhook with { AskedAt = before.SealedAt }, hungUp), webhook, before)
            : Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "The URL does not hold the state of this call.");

    // A webhook failed. The URL that failed still holds the state, so the call goes on at the same question. Without a state in that URL,
    // or without the URL, the call begins anew.
    private TwimlAnswer Fallback(VoiceWebhook webhook)
    {
        log.LogWarning("Call {CallSid}: a webhook failed, Twilio error {ErrorCode}", webhook.CallSid, webhook.ErrorCode);
        if (lines.Dialled(webhook.Dialled) is not { } line)
            return new TwimlAnswer(twiml.NumberNotInUse());

        var failed = Uri.TryCreate(webhook.ErrorUrl, UriKind.Absolute, out var url) ? url : null;
        var sealedCall = QueryHelpers.ParseQuery(failed?.Query).GetValueOrDefault(CallParameter).ToString();
        if (sealedCall == "")
            return Speak(IsIncoming(failed) ? director.Resume(director.Begin(line), webhook.CallSid) : director.BeginAnew(line), webhook);
        return seal.Open(sealedCall, webhook.CallSid) is { } before
            ? Speak(director.Resume(before.Call, webhook.CallSid), webhook, before)
            : new TwimlAnswer(twiml.Apology(line));
    }

    private static bool IsIncoming(Uri? url) => url?.AbsolutePath.TrimEnd('/').EndsWith(IncomingPath, StringComparison.OrdinalIgnoreCase) is true;

    // An apology instead of an error status, for which Twilio plays words of its own. The exception is a node that has no keys because
    // the database is down: on an error Twilio requests the fallback URL, where another node may have them. Nothing follows the fallback.
    private IResult Apologise(VoiceWebhook webhook, Exception failure, bool isFallback)
    {
        if (lines.Dialled(webhook.Dialled) is not { } line)
            return new TwimlAnswer(twiml.NumberNotInUse());
        // An outage is logged once as an incident, not with every call.
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
        var action = call.State == CallState.Ended ? null : ActionFor(call, tally, webhook);
        return new TwimlAnswer(twiml.Render(call, action), call, before?.Call, tally);
    }

    // Without scheme and host, so it works at any public address of this server.
    private string ActionFor(Call call, CallTally tally, VoiceWebhook webhook) => $"{_answerUrl}?{CallParameter}={seal.Seal(call, tally, webhook.CallSid)}";

    private static string PublicPath(string? baseUrl) => string.IsNullOrEmpty(baseUrl) ? "" : new Uri(baseUrl).AbsolutePath.TrimEnd('/');
}
