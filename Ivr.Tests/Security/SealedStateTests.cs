using System.Net;
using Ivr.Caller.Calls;
using Ivr.Caller.Webhooks;
using Ivr.Tests.Host;

namespace Ivr.Tests.Security;

/// <summary>The server accepts a state in the URL only when it sealed the state itself, unchanged, and for the same call.</summary>
public sealed class SealedStateTests(TestCluster cluster)
{
    [Fact]
    public async Task A_state_with_any_character_changed_cut_or_added_is_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await AtSummaryAsync(server);
        var state = StateOf(call);

        var tampered = Enumerable.Range(0, 40)
            .Select(i => i * (state.Length - 1) / 39)
            .Select(place => $"{state[..place]}{(state[place] == 'A' ? 'B' : 'A')}{state[(place + 1)..]}")
            .Append(state[..^1])
            .Append(state[1..])
            .Append(state + "A")
            .Append("")
            .Append("%00")
            .Append("!!!");
        foreach (var forged in tampered)
            await AssertRefusedAsync(server, Confirm(server, call, $"?call={forged}"));
        await AssertRefusedAsync(server, Confirm(server, call, ""));

        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_state_of_another_call_is_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var victim = await AtSummaryAsync(server);
        await using var thief = await server.DialAsync(TestData.FlandersLandline);

        var confirm = Confirm(server, victim, $"?call={StateOf(victim)}");
        await AssertRefusedAsync(server, confirm.With("CallSid", thief.CallSid));
        Assert.Empty(await server.Database.FeedAsync());

        Assert.Equal(HttpStatusCode.OK, (await server.Phone.SendAsync(confirm)).Status);
        Assert.Single(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_state_that_another_installation_sealed_is_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var other = await TestServer.TakeAsync(cluster);
        await using var call = await AtSummaryAsync(other);

        await AssertRefusedAsync(server, Confirm(server, call, $"?call={StateOf(call)}"));
        Assert.Empty(await server.Database.FeedAsync());
    }

    [Fact]
    public async Task A_state_given_twice_is_refused()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await AtSummaryAsync(server);
        await AssertRefusedAsync(server, Confirm(server, call, $"?call={StateOf(call)}&call={StateOf(call)}"));
    }

    [Fact]
    public async Task The_state_tells_nothing_to_who_reads_the_URL()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await AtSummaryAsync(server);
        foreach (var secret in new[] { TestData.Nl.Login, TestData.InFlanders, "Summary" })
            Assert.DoesNotContain(secret, StateOf(call), StringComparison.Ordinal);
        Assert.All(call.Exchanges, exchange => Assert.InRange(exchange.Request.Url.ToString().Length, 0, 2000));
    }

    private static async Task<PhoneCall> AtSummaryAsync(TestServer server)
    {
        var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        return call.Hears("Om te bevestigen druk 1");
    }

    private static string StateOf(PhoneCall call) => call.Gather!.Action!.Split("call=")[1];

    private static WebhookRequest Confirm(TestServer server, PhoneCall call, string query) =>
        call.Exchanges[^1].Request.At(new Uri(server.Url, $"/voice/answer{query}")).With("Digits", "1");

    private static async Task AssertRefusedAsync(TestServer server, WebhookRequest request)
    {
        var answer = await server.Phone.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("does not hold the state of this call", answer.Body, StringComparison.Ordinal);
    }
}
