using System.Collections.Concurrent;
using System.Text.Json;
using Ivr.Tests.Security.Signatures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Ivr.Tests.Caller.Live;

/// <summary>
/// Fake of Twilio's Calls resource, limited to what placing a call needs. It speaks real HTTP on this machine.
/// </summary>
internal sealed class TwilioApi : IAsyncDisposable
{
    public const string AccountSid = "AC5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a";

    /// <summary>A secret: the tests search all output for it.</summary>
    public const string Token = "nobody-may-see-this-token";

    private readonly ConcurrentQueue<ApiRequest> _requests = [];
    private readonly ConcurrentDictionary<string, Queue<object>> _calls = [];
    private LoopbackApp _app = null!;

    private TwilioApi()
    {
    }

    /// <summary>All received requests, oldest first.</summary>
    public IReadOnlyList<ApiRequest> Requests => [.. _requests];

    /// <summary>The forms of the requests that placed a call.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Placed => [.. Requests.Where(request => request.Method == "POST").Select(request => request.Form)];

    /// <summary>
    /// Plays the answering side of a call: gets the form of the request, returns the final status and the duration in seconds. By
    /// default a call completes after 60 seconds.
    /// </summary>
    public Func<IReadOnlyDictionary<string, string>, Task<(string Status, int Seconds)>> Answer { get; set; } = _ => Task.FromResult(("completed", 60));

    /// <summary>Replaces the response to a request, given the request's number from 0; null for the usual response.</summary>
    public Func<int, (int Status, string Body)?> Instead { get; set; } = _ => null;

    public string Url => _app.Url;

    /// <summary>Sends requests for api.twilio.com to this fake.</summary>
    public HttpMessageHandler Handler => new Detour(new Uri(Url));

    public static async Task<TwilioApi> StartAsync()
    {
        var api = new TwilioApi();
        api._app = await LoopbackApp.StartAsync(_ => { }, api.Map);
        return api;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapPost("/2010-04-01/Accounts/{account}/Calls.json", context => AnswerAsync(context, CreateAsync));
        app.MapGet("/2010-04-01/Accounts/{account}/Calls/{sid}.json", context => AnswerAsync(context, Fetch));
    }

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, ApiRequest, Task<(int, object)>> answer)
    {
        var request = await ApiRequest.ReadAsync(context.Request);
        var number = _requests.Count;
        _requests.Enqueue(request);
        var (status, body) = (200, (object?)null);
        if (Instead(number) is { } instead)
            (status, body) = instead;
        else if (request.Authorization != ApiRequest.Basic(AccountSid, Token))
            (status, body) = (401, """{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003","status":401}""");
        else
            (status, body) = await answer(context, request);
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body as string ?? JsonSerializer.Serialize(body));
    }

    private async Task<(int, object)> CreateAsync(HttpContext context, ApiRequest request)
    {
        var sid = $"CA{Guid.NewGuid():N}";
        var (status, seconds) = await Answer(request.Form);
        _calls[sid] = new(["ringing", "in-progress", Call(sid, request.Form, status, seconds)]);
        return (201, Call(sid, request.Form, "queued", seconds: null));
    }

    private Task<(int, object)> Fetch(HttpContext context, ApiRequest request)
    {
        var sid = (string)context.GetRouteValue("sid")!;
        var next = _calls[sid].Count > 1 ? _calls[sid].Dequeue() : _calls[sid].Peek();
        return Task.FromResult((200, next is string status ? Call(sid, [], status, seconds: null) : next));
    }

    // Same shape as Twilio's Call resource: duration and price are strings, and null until they are known.
    private static Dictionary<string, object?> Call(string sid, IEnumerable<KeyValuePair<string, string>> form, string status, int? seconds) => new()
    {
        ["sid"] = sid,
        ["account_sid"] = AccountSid,
        ["api_version"] = "2010-04-01",
        ["date_created"] = "Thu, 12 Mar 2026 14:30:00 +0000",
        ["to"] = form.FirstOrDefault(field => field.Key == "To").Value,
        ["from"] = form.FirstOrDefault(field => field.Key == "From").Value,
        ["direction"] = "outbound-api",
        ["status"] = status,
        ["duration"] = seconds?.ToString(),
        ["price"] = seconds is null ? null : "-0.02800",
        ["price_unit"] = "USD",
        ["uri"] = $"/2010-04-01/Accounts/{AccountSid}/Calls/{sid}.json",
    };

    private sealed class Detour(Uri here) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Assert.Equal("https://api.twilio.com", request.RequestUri!.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new Uri(here, request.RequestUri.PathAndQuery);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
