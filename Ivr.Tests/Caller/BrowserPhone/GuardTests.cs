using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Ivr.Caller.BrowserPhone;
using Ivr.Tests.Host;
using Microsoft.AspNetCore.Builder;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>Only the phone's own page may make calls through the phone's program.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new();
    private readonly WebApplication _site;

    // Nothing listens on port 1.
    public GuardTests() => _site = PhoneSite.Build(PhoneInBrowser.SettingsFor(new("http://127.0.0.1:1"), _folder));

    private Uri Url => new(_site.Urls.First());

    public async ValueTask InitializeAsync() => await _site.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _http.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("/", "evil.example", HttpStatusCode.Forbidden)]
    [InlineData("/setup", "evil.example:80", HttpStatusCode.Forbidden)]
    [InlineData("/setup", "localhost.evil.example", HttpStatusCode.Forbidden)]
    [InlineData("/setup", "localhost", HttpStatusCode.OK)]
    [InlineData("/setup", "[::1]:5081", HttpStatusCode.OK)]
    [InlineData("/", "127.0.0.1", HttpStatusCode.OK)]
    [InlineData("/../index.html", "localhost", HttpStatusCode.NotFound)]
    [InlineData("/call", "localhost", HttpStatusCode.Forbidden)]
    public async Task A_name_that_is_not_this_machine_s_is_refused(string path, string host, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Url, path));
        request.Headers.Host = host;
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(expected, answer.StatusCode);
        Assert.StartsWith("default-src 'none';", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_needs_the_page_s_own_origin_and_this_run_s_token()
    {
        var token = await TokenAsync();

        await RefusesAsync(origin: null, token);
        await RefusesAsync("http://evil.example", token);
        await RefusesAsync($"http://localhost:{Url.Port}", token);
        await RefusesAsync(Origin, "");
        await RefusesAsync(Origin, token[..^1] + (token[^1] == '0' ? '1' : '0'));
        using var socket = await OpenAsync(Origin, token);
        Assert.Equal(WebSocketState.Open, socket.State);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("""{"type":"key","key":"1"}""")]
    [InlineData("""{"type":"dial","to":5,"from":"withheld"}""")]
    [InlineData("""{"type":"dial","to":"0800/355 30"}""")]
    public async Task A_call_that_begins_with_nonsense_is_no_call(string message)
    {
        using var socket = await OpenAsync(Origin, await TokenAsync());

        Assert.Equal("", await AskAsync(socket, message));
    }

    [Fact]
    public async Task A_message_that_is_too_long_is_no_call()
    {
        using var socket = await OpenAsync(Origin, await TokenAsync());

        Assert.Equal("", await AskAsync(socket, $$"""{"type":"dial","to":"0800/355 30","from":"{{new string('1', 2000)}}"}"""));
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_a_call_that_fails_and_says_why()
    {
        using var socket = await OpenAsync(Origin, await TokenAsync());

        var news = await AskAsync(socket, """{"type":"dial","to":"0800/355 30","from":"withheld"}""");

        using var json = JsonDocument.Parse(news);
        Assert.Equal("ApplicationError", json.RootElement.GetProperty("ending").GetString());
        Assert.Contains("(11205)", news, StringComparison.Ordinal);
    }

    private string Origin => Url.GetLeftPart(UriPartial.Authority);

    private async Task<string> TokenAsync()
    {
        using var setup = JsonDocument.Parse(await _http.GetStringAsync(new Uri(Url, "/setup"), TestContext.Current.CancellationToken));
        return setup.RootElement.GetProperty("token").GetString()!;
    }

    private async Task RefusesAsync(string? origin, string token)
    {
        var refusal = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(origin, token));
        Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<ClientWebSocket> OpenAsync(string? origin, string token)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
            socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new Uri($"ws://{Url.Authority}/call?token={token}"), TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<string> AskAsync(ClientWebSocket socket, string message)
    {
        using var patience = new CancellationTokenSource(Patience);
        await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, patience.Token);
        var buffer = new byte[64 * 1024];
        var answer = await socket.ReceiveAsync(buffer, patience.Token);
        return Encoding.UTF8.GetString(buffer, 0, answer.Count);
    }
}
