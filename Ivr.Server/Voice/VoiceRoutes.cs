using Twilio.AspNet.Core;

namespace Ivr.Server.Voice;

/// <summary>The routes under <c>/voice</c>. All require a valid Twilio signature.</summary>
internal static class VoiceRoutes
{
    internal const string IncomingPath = Group + Incoming;

    internal const string AnswerPath = Group + Answer;
    internal const string FallbackPath = Group + Fallback;
    internal const string StatusPath = Group + Status;

    private const string Group = "/voice";
    private const string Incoming = "/incoming";
    private const string Answer = "/answer";
    private const string Fallback = "/fallback";
    private const string Status = "/status";

    /// <summary>Maps Twilio's webhooks. Returns the group, so that a caller can add more filters.</summary>
    public static RouteGroupBuilder MapVoice(this IEndpointRouteBuilder app)
    {
        var voice = app.MapGroup(Group)
            .DisableAntiforgery()
            .AddEndpointFilter<FormGuard>()
            .ValidateTwilioRequest();
        // Skips the remaining middleware: accounts and cookies are for the web pages only.
        voice.ShortCircuit();

        voice.MapPost(Incoming, (HttpContext http, VoiceEndpoints endpoints) =>
            http.AnswerAsync(endpoints, webhook => Task.FromResult(endpoints.Incoming(webhook))));
        voice.MapPost(Answer, (HttpContext http, VoiceEndpoints endpoints, string? call) =>
            http.AnswerAsync(endpoints, webhook => endpoints.AnswerAsync(webhook, call, http.RequestAborted)));
        voice.MapPost(Fallback, (HttpContext http, VoiceEndpoints endpoints) =>
            http.AnswerAsync(endpoints, webhook => Task.FromResult(endpoints.Fallback(webhook))));
        voice.MapPost(Status, (HttpContext http, VoiceEndpoints endpoints) =>
            http.AnswerAsync(endpoints, _ => Task.FromResult(VoiceEndpoints.Status())));
        return voice;
    }

    private static async Task<IResult> AnswerAsync(this HttpContext http, VoiceEndpoints endpoints, Func<VoiceWebhook, Task<IResult>> answer)
    {
        // A response is for one caller and must not be cached for another.
        http.Response.Headers.CacheControl = "no-store";
        if (await VoiceWebhook.ReadAsync(http.Request) is not { } webhook)
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest, detail: "The form is not one of a call.");
        http.Features.Set(webhook);

        try
        {
            return await answer(webhook);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected, so no response is needed.
            return Results.StatusCode(StatusCodes.Status499ClientClosedRequest);
        }
#pragma warning disable CA1031 // After any error the caller must hear something.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return endpoints.Apologise(webhook, failure, isFallback: http.Request.Path == FallbackPath);
        }
    }
}
