using System.Net;
using System.Text;
using Ivr.Tests.Oracles;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Twilio.AspNet.Common;
using Twilio.AspNet.Core;

namespace Ivr.Tests.StandIns;

public class WebhookSignatureTests(TwilioOracle oracle)
{
    private const string Token = "0123456789abcdef0123456789abcdef";
    private const string Public = "https://voice.example.be";

    private static readonly Dictionary<string, string> Form = new(StringComparer.Ordinal)
    {
        ["CallSid"] = "CA1234567890ABCDE",
        ["From"] = "+3225475497",
        ["Digits"] = "12#*",
        ["FinishedOnKey"] = "",
        ["FromCity"] = "LIÈGE & 😀",
        ["msg"] = "Gather End",
    };

    private static bool IsOfficialPackage => typeof(VoiceRequest).Assembly != typeof(TwiMLResult).Assembly;

    [Theory]
    [InlineData("/one")]
    [InlineData("/voice/group")]
    [InlineData("/voice/group?s=CfDJ8Nq_-4&t=%C3%A9+%2B%20'x'&empty=")]
    [InlineData("/voice/caf%C3%A9/a%20b?q=1")]
    public async Task A_signed_form_gets_through_and_stays_readable(string path)
    {
        await using var app = await StartAsync();
        var response = await PostAsync(app, path, await oracle.SignAsync(Token, app.Url + path, Form));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("12#*", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/one")]
    [InlineData("/voice/group?s=1")]
    public async Task A_wrong_signature_is_403_without_a_body(string path)
    {
        await using var app = await StartAsync();
        var response = await PostAsync(app, path, await oracle.SignAsync(Token, app.Url + path + "x", Form));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task A_missing_signature_is_403_but_500_with_the_official_package(string? signature)
    {
        var refusal = IsOfficialPackage ? HttpStatusCode.InternalServerError : HttpStatusCode.Forbidden;
        await using var app = await StartAsync();
        foreach (var path in new[] { "/one", "/voice/group?s=1" })
            Assert.Equal(refusal, (await PostAsync(app, path, signature)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_guarded_needs_no_signature()
    {
        await using var app = await StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, "/open", signature: null)).StatusCode);
    }

    [Fact]
    public async Task A_changed_form_is_refused()
    {
        await using var app = await StartAsync();
        var signature = await oracle.SignAsync(Token, app.Url + "/one", Form);
        var changed = new Dictionary<string, string>(Form, StringComparer.Ordinal) { ["Digits"] = "13#*" };
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(app, "/one", signature, changed)).StatusCode);
    }

    [Theory]
    [InlineData(Public)]
    [InlineData(Public + "/")]
    [InlineData(Public + ":8443")]
    [InlineData(Public + "/behind/a/proxy/")]
    public async Task The_public_base_url_is_the_one_that_is_signed(string baseUrl)
    {
        const string path = "/voice/group?s=a%2Fb&t=1";
        await using var app = await StartAsync(("Twilio:RequestValidation:BaseUrlOverride", baseUrl));
        var signed = await oracle.SignAsync(Token, baseUrl.TrimEnd('/') + path, Form);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, path, signed)).StatusCode);

        var signedInside = await oracle.SignAsync(Token, app.Url + path, Form);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(app, path, signedInside)).StatusCode);
    }

    [Fact]
    public async Task The_port_of_the_host_is_dropped_behind_https_only()
    {
        await using var app = await StartAsync();
        var host = new Uri(app.Url).Authority;

        var https = await oracle.SignAsync(Token, "https://127.0.0.1/voice/group", Form);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, "/voice/group", https, scheme: "https")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(app, "/voice/group", https)).StatusCode);

        var httpsWithPort = await oracle.SignAsync(Token, $"https://{host}/voice/group", Form);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(app, "/voice/group", httpsWithPort, scheme: "https")).StatusCode);
    }

    [Fact]
    public async Task Values_of_the_same_name_are_joined_by_a_comma()
    {
        await using var app = await StartAsync();
        var signature = await oracle.SignAsync(Token, app.Url + "/one", new Dictionary<string, string> { ["A"] = "1,2" });
        using var form = new FormUrlEncodedContent([new("A", "1"), new("A", "2")]);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, HttpMethod.Post, "/one", signature, form)).StatusCode);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    public async Task A_body_that_is_not_a_form_is_not_part_of_the_signature(string type)
    {
        await using var app = await StartAsync();
        using var body = new StringContent("{\"Digits\":\"1\"}", Encoding.UTF8, type);
        var signature = await oracle.SignAsync(Token, app.Url + "/one", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, HttpMethod.Post, "/one", signature, body)).StatusCode);

        using var again = new StringContent("{}", Encoding.UTF8, type);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(app, HttpMethod.Post, "/one?x", signature, again)).StatusCode);
    }

    [Fact]
    public async Task A_GET_is_signed_by_its_url()
    {
        await using var app = await StartAsync();
        var signature = await oracle.SignAsync(Token, app.Url + "/one?Digits=1", new Dictionary<string, string>());
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(app, HttpMethod.Get, "/one?Digits=1", signature, null)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(app, HttpMethod.Get, "/one?Digits=2", signature, null)).StatusCode);
    }

    [Fact]
    public async Task A_local_request_may_be_let_through_but_a_forwarded_one_never()
    {
        await using var app = await StartAsync(("Twilio:RequestValidation:AllowLocal", "true"));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(app, "/one", signature: null)).StatusCode);

        app.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "127.0.0.1");
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(app, "/one", "wrong")).StatusCode);
    }

    private static Task<LoopbackApp> StartAsync(params (string Key, string? Value)[] settings) => LoopbackApp.StartAsync(
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
                // What the middleware for forwarded headers does behind a proxy that ends TLS.
                if (context.Request.Headers["X-Scheme"] is [{ } scheme])
                    context.Request.Scheme = scheme;
                return next(context);
            });
            app.MapMethods("/one", ["GET", "POST"], (Delegate)Digits).ValidateTwilioRequest();
            app.MapPost("/open", () => "open");
            app.MapGroup("/voice").ValidateTwilioRequest().MapPost("/{**rest}", (Delegate)Digits);
        });

    private static IResult Digits(HttpRequest request) =>
        Results.Text(request.HasFormContentType ? request.Form["Digits"].ToString() : "");

    private static async Task<HttpResponseMessage> PostAsync(
        LoopbackApp app, string path, string? signature, Dictionary<string, string>? fields = null, string? scheme = null)
    {
        using var form = new FormUrlEncodedContent(fields ?? Form);
        return await SendAsync(app, HttpMethod.Post, path, signature, form, scheme);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        LoopbackApp app, HttpMethod method, string path, string? signature, HttpContent? body, string? scheme = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        if (scheme is not null)
            request.Headers.Add("X-Scheme", scheme);
        return await app.Client.SendAsync(request);
    }
}
