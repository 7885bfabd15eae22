using System.Text.Json;
using Ivr.Tests.Caller.Live;
using Ivr.Tests.Security.Signatures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Ivr.Tests.Deployment.Provisioning;

/// <summary>Fake of a Twilio account with its numbers, behind the API: real HTTP on this machine.</summary>
internal sealed class TwilioAccount : IAsyncDisposable
{
    public const string Sid = "AC6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b6b";

    /// <summary>A secret: the tests search all output for it.</summary>
    public const string Token = "nobody-may-see-this-token-either";

    private readonly List<ApiRequest> _requests = [];
    private LoopbackApp _app = null!;

    private TwilioAccount()
    {
    }

    /// <summary><c>Trial</c> or <c>Full</c>.</summary>
    public string Type { get; set; } = "Full";

    /// <summary><c>active</c>, <c>suspended</c> or <c>closed</c>.</summary>
    public string Status { get; set; } = "active";

    /// <summary>The policy SIDs of the approved customer profiles.</summary>
    public List<string> Profiles { get; } = ["RN00000000000000000000000000000001"];

    /// <summary>The fields of each number, by the SID of the number.</summary>
    public Dictionary<string, Dictionary<string, string?>> Numbers { get; } = [];

    /// <summary>Replaces the response to a change; null for the usual response.</summary>
    public (int Status, string Body)? RefusesChange { get; set; }

    /// <summary>The requests that changed a number, oldest first.</summary>
    public IReadOnlyList<ApiRequest> Changes => [.. _requests.Where(request => request.Method == "POST")];

    public string Url => _app.Url;

    /// <summary>False when the API has no Trust Hub, like an emulator.</summary>
    public bool HasProfiles { get; set; } = true;

    /// <summary>Sends requests for Twilio's hosts to this fake.</summary>
    public HttpMessageHandler Handler => new Detour(new Uri(_app.Url));

    public static async Task<TwilioAccount> StartAsync()
    {
        var account = new TwilioAccount();
        account._app = await LoopbackApp.StartAsync(_ => { }, account.Map);
        return account;
    }

    /// <summary>Adds a number with the settings that the API has for a new one.</summary>
    public Dictionary<string, string?> Buy(string number)
    {
        var sid = $"PN{Numbers.Count + 1:D32}";
        return Numbers[sid] = new()
        {
            ["sid"] = sid,
            ["account_sid"] = Sid,
            ["friendly_name"] = number,
            ["phone_number"] = number,
            ["voice_url"] = "https://demo.twilio.com/welcome/voice/",
            ["voice_method"] = "POST",
            ["voice_fallback_url"] = "",
            ["voice_fallback_method"] = "POST",
            ["status_callback"] = "",
            ["status_callback_method"] = "POST",
            ["voice_application_sid"] = "",
            ["trunk_sid"] = null,
        };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Map(WebApplication app)
    {
        app.MapGet($"/2010-04-01/Accounts/{Sid}.json", context => AnswerAsync(context, _ => new Dictionary<string, string>
        {
            ["sid"] = Sid,
            ["friendly_name"] = "Somebody's",
            ["status"] = Status,
            ["type"] = Type,
            ["auth_token"] = Token,
        }));
        app.MapGet($"/2010-04-01/Accounts/{Sid}/IncomingPhoneNumbers.json", context => AnswerAsync(context, _ => new Dictionary<string, object?>
        {
            // As at Twilio, the filter matches any part of a number.
            ["incoming_phone_numbers"] = Numbers.Values.Where(number => number["phone_number"]!.Contains(context.Request.Query["PhoneNumber"].ToString().TrimStart('+'), StringComparison.Ordinal)),
            ["page"] = 0,
            ["page_size"] = 50,
            ["uri"] = $"/2010-04-01/Accounts/{Sid}/IncomingPhoneNumbers.json?PageSize=50&Page=0",
            ["first_page_uri"] = $"/2010-04-01/Accounts/{Sid}/IncomingPhoneNumbers.json?PageSize=50&Page=0",
            ["previous_page_uri"] = null,
            ["next_page_uri"] = null,
        }));
        app.MapPost($"/2010-04-01/Accounts/{Sid}/IncomingPhoneNumbers/{{number}}.json", context => AnswerAsync(context, request =>
            Change((string)context.Request.RouteValues["number"]!, request)));
        app.MapGet("/v1/CustomerProfiles", context => AnswerAsync(context, _ => new Dictionary<string, object>
        {
            ["results"] = Profiles.Select((policy, i) => new Dictionary<string, string> { ["sid"] = $"BU{i:D32}", ["policy_sid"] = policy, ["status"] = context.Request.Query["Status"].ToString() }),
            ["meta"] = new Dictionary<string, object?>
            {
                ["page"] = 0,
                ["page_size"] = 50,
                ["key"] = "results",
                ["url"] = "https://trusthub.twilio.com/v1/CustomerProfiles?PageSize=50&Page=0",
                ["first_page_url"] = "https://trusthub.twilio.com/v1/CustomerProfiles?PageSize=50&Page=0",
                ["previous_page_url"] = null,
                ["next_page_url"] = null,
            },
        }));
    }

    private Dictionary<string, string?> Change(string sid, ApiRequest request)
    {
        foreach (var (name, value) in request.Form)
            Numbers[sid][JsonNamingPolicy.SnakeCaseLower.ConvertName(name)] = value;
        return Numbers[sid];
    }

    private async Task AnswerAsync(HttpContext context, Func<ApiRequest, object> answer)
    {
        var request = await ApiRequest.ReadAsync(context.Request);
        _requests.Add(request);
        var (status, body) = (200, (string?)null);
        if (request.Authorization != ApiRequest.Basic(Sid, Token))
            (status, body) = (401, """{"code":20003,"message":"Authenticate","more_info":"https://www.twilio.com/docs/errors/20003","status":401}""");
        else if (!HasProfiles && request.Path.StartsWith("/v1/", StringComparison.Ordinal))
            (status, body) = (404, """{"error":"not found"}""");
        else if (request.Method == "POST" && RefusesChange is { } refusal)
            (status, body) = refusal;
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body ?? JsonSerializer.Serialize(answer(request)));
    }

    private sealed class Detour(Uri here) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.PathAndQuery;
            Assert.Equal(
                $"https://{(path.StartsWith("/v1/CustomerProfiles", StringComparison.Ordinal) ? "trusthub" : "api")}.twilio.com",
                request.RequestUri.GetLeftPart(UriPartial.Authority));
            request.RequestUri = new Uri(here, path);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
