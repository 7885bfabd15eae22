using Ivr.Caller.Calls;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.TwiML;
using Microsoft.AspNetCore.Http;

namespace Ivr.Tests.Caller;

/// <summary>When a webhook fails, the fallback URL gets the reason, and the call continues with the fallback's document.</summary>
public sealed class FailureTests
{
    public static TheoryData<int, string, string?, int> Failures => new()
    {
        { 500, "<Response/>", "text/xml", 11217 },
        { 404, "<Response/>", "text/xml", 11217 },
        { 403, "<Response/>", "text/xml", 11217 },
        { 429, "<Response/>", "text/xml", 11217 },
        { 303, "<Response/>", "text/xml", 11217 },
        { 200, "<Response>", "text/xml", 12100 },
        { 200, "", "text/xml", 12100 },
        { 200, "<Response><Enqueue/></Response>", "text/xml", 12200 },
        { 200, "<Response/>", "text/plain", 12300 },
        { 200, "<Response/>", null, 12300 },
        { 200, "<Response>" + new string(' ', 64 * 1024) + "</Response>", "text/xml", 11750 },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_failed_action_goes_to_the_fallback_with_the_code_and_the_URL(int status, string body, string? contentType, int code)
    {
        await using var server = await ScriptedServer.StartAsync("<Gather action=\"/next?state=abc\"/>");
        server
            .OnRaw("/next", body, contentType, status)
            .On("/voice/fallback", "<Say>One moment.</Say><Redirect>/later</Redirect>")
            .On("/later", "<Say>Here again.</Say>");
        await using var call = await WithFallback(server).DialAsync("+3280035530");

        await call.Presses("1#");

        call.HearsGoodbye("One moment. Here again.");
        Assert.Equal(
            $"POST /voice/fallback CallStatus=in-progress Digits=1 ErrorCode={code} ErrorUrl={server.Url}next?state=abc "
            + "FinishedOnKey=# msg=Gather End",
            server.Lines.ElementAt(2));
        Assert.Equal(code, Assert.Single(call.Failures).Code);
    }

    [Fact]
    public async Task A_failed_first_webhook_goes_to_the_fallback_too()
    {
        await using var server = await ScriptedServer.StartAsync("<Wrong/>");
        server.On("/voice/fallback", "<Say>Please call later.</Say>");

        await using var call = await WithFallback(server).DialAsync("+3280035530");

        call.HearsGoodbye("Please call later.");
        Assert.Equal($"POST /voice/fallback CallStatus=ringing ErrorCode=12200 ErrorUrl={server.Url}voice/incoming", server.Lines.Last());
    }

    [Fact]
    public async Task A_server_that_does_not_answer_in_time_is_left_for_the_fallback()
    {
        await using var server = await ScriptedServer.StartAsync("");
        server
            .On("/voice/incoming", context => Task.Delay(Timeout.Infinite, context.RequestAborted))
            .On("/voice/fallback", "<Say>Please call later.</Say>");
        using var phone = WithFallback(server, options => options with { ResponseTimeout = TimeSpan.FromMilliseconds(200) });

        await using var call = await phone.DialAsync("+3280035530");

        call.Hears("Please call later.");
        Assert.Equal("11205", server.Received[^1].Form["ErrorCode"]);
    }

    [Fact]
    public async Task A_connection_that_breaks_off_is_left_for_the_fallback()
    {
        await using var server = await ScriptedServer.StartAsync("");
        server.On("/voice/incoming", Abort).On("/voice/fallback", "<Say>Please call later.</Say>");

        await using var call = await WithFallback(server).DialAsync("+3280035530");

        Assert.Equal("11200", server.Received[^1].Form["ErrorCode"]);
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_tried_twice_and_left_for_the_fallback()
    {
        await using var server = await ScriptedServer.StartAsync("");
        server.On("/voice/fallback", "<Say>Please call later.</Say>");
        // Port 9 (discard) is reserved, is outside the ephemeral range, and is closed on today's machines.
        using var phone = WithFallback(server, options => options with { VoiceUrl = new Uri("http://127.0.0.1:9/voice/incoming") });

        await using var call = await phone.DialAsync("+3280035530");

        Assert.Equal("11205", server.Received.Single().Form["ErrorCode"]);
        Assert.Equal(3, call.Exchanges.Count);
        Assert.Equal(call.Exchanges[0].Request, call.Exchanges[1].Request);    }

    [Fact]
    public async Task When_the_fallback_fails_too_the_caller_hears_application_error()
    {
        await using var server = await ScriptedServer.StartAsync("<Wrong/>");
        server.OnRaw("/voice/fallback", "", status: 500).On("/voice/status", "");
        using var phone = WithFallback(server, options => options with { StatusUrl = new Uri(server.Url, "/voice/status") });

        var failed = await Assert.ThrowsAsync<LineFailedException>(() => phone.DialAsync("+3280035530"));

        Assert.Equal(CallEnding.ApplicationError, failed.Call.Ending);
        Assert.Equal([12200, 11217], failed.Call.Failures.Select(failure => failure.Code));
        Assert.Equal(["/voice/incoming", "/voice/fallback", "/voice/status"], server.Received.Select(received => received.PathAndQuery));
    }

    [Fact]
    public async Task Without_a_fallback_a_wrong_document_cannot_hide()
    {
        await using var server = await ScriptedServer.StartAsync("<Gather numdigits=\"1\"/>");

        var failed = await Assert.ThrowsAsync<LineFailedException>(server.DialAsync);

        Assert.Equal(12200, Assert.IsType<TwiMLException>(failed.InnerException).Code);
        Assert.Contains("It is written \"numDigits\".", failed.Message, StringComparison.Ordinal);
    }

    private static Task Abort(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Phone WithFallback(ScriptedServer server, Func<PhoneOptions, PhoneOptions>? with = null) => server.Phone(options =>
    {
        options = options with { FallbackUrl = new Uri(server.Url, "/voice/fallback") };
        return with?.Invoke(options) ?? options;
    });
}
