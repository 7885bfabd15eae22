using Ivr.Tests.Oracles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Twilio.AspNet.Core;

namespace Ivr.Tests.Security.Signatures;

/// <summary>
/// A server that requires signatures at <c>/one</c> and everywhere below <c>/voice</c>, not at <c>/open</c>, and responds with the form's
/// field <c>Digits</c>.
/// </summary>
internal sealed class GuardedApp : IAsyncDisposable
{
    internal static readonly Dictionary<string, string> Form = new(StringComparer.Ordinal)
    {
        ["CallSid"] = "CA1234567890ABCDE",
        ["From"] = "+3225475497",
        ["Digits"] = "12#*",
        ["FinishedOnKey"] = "",
        ["FromCity"] = "LIÈGE & 😀",
        ["msg"] = "Gather End",
    };

    private const string Token = "0123456789abcdef0123456789abcdef";

    private readonly LoopbackApp _app;

    private GuardedApp(LoopbackApp app) => _app = app;

    /// <summary>The base URL, without a slash at its end.</summary>
    internal string Url => _app.Url;

    internal HttpClient Client => _app.Client;

    internal static async Task<GuardedApp> StartAsync(params (string Key, string? Value)[] settings) => new(await LoopbackApp.StartAsync(
        builder =>
        {
            builder.Configuration.AddInMemoryCollection(settings.ToDictionary(pair => pair.Key, pair => pair.Value));
            builder.Configuration["Twilio:AuthToken"] = Token;
            builder.Services.AddTwilioRequestValidation();
        },
        app =>
        {
            app.Use((context, next) =>
            {
                // Does what the middleware for forwarded headers does behind a proxy that terminates TLS.
                if (context.Request.Headers["X-Scheme"] is [{ } scheme])
                    context.Request.Scheme = scheme;
                return next(context);
            });
            app.MapMethods("/one", ["GET", "POST"], (Delegate)Digits).ValidateTwilioRequest();
            app.MapPost("/open", () => "open");
            app.MapGroup("/voice").ValidateTwilioRequest().MapPost("/{**rest}", (Delegate)Digits);
        }));

    /// <summary>The official SDK's signature with the server's token; for <see cref="Form"/> when no fields are given.</summary>
    internal static Task<string> SignAsync(TwilioOracle oracle, string url, Dictionary<string, string>? fields = null) =>
        oracle.SignAsync(Token, url, fields ?? Form);

    /// <summary>Posts a form; <see cref="Form"/> when no fields are given.</summary>
    internal async Task<HttpResponseMessage> PostAsync(
        string path, string? signature, Dictionary<string, string>? fields = null, string? scheme = null)
    {
        using var form = new FormUrlEncodedContent(fields ?? Form);
        return await SendAsync(HttpMethod.Post, path, signature, form, scheme);
    }

    internal async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? signature, HttpContent? body, string? scheme = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        if (scheme is not null)
            request.Headers.Add("X-Scheme", scheme);
        return await Client.SendAsync(request);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static IResult Digits(HttpRequest request) =>
        Results.Text(request.HasFormContentType ? request.Form["Digits"].ToString() : "");
}
