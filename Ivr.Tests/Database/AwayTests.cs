using System.Net;
using Ivr.Caller.Calls;
using Ivr.Caller.Clock;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database;

/// <summary>PostgreSQL goes and comes back; the caller hears words, and nobody restarts anything.</summary>
public sealed class AwayTests(FragileCluster cluster) : IClassFixture<FragileCluster>
{
    private const string InDutch = "technisch probleem bij ons";
    private const string InFrench = "problème technique chez nous";

    [Fact]
    public async Task A_server_that_starts_without_its_database_apologises_and_takes_calls_once_it_is_there()
    {
        await cluster.StopAsync();
        await using var server = await StartServerAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            call.HearsIn("nl", InDutch).HearsIn("fr", InFrench).HearsIn("de", "technisches Problem").HearsIn("en", "technical problem");
            Assert.Equal(CallEnding.ServerHungUp, call.Ending);
            Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)call.Exchanges[0].Status!);
        }

        await cluster.StartAgainAsync();
        await Health.BecomesAsync(server, HttpStatusCode.OK);
        await RecordsAsync(server);
    }

    [Theory]
    [InlineData("980000000022#", "47220#")]
    [InlineData("980000000022#47220#", TestData.InBrussels)]
    public async Task A_database_lost_in_the_middle_of_a_call_ends_it_with_words(string keysBefore, string keysAfter)
    {
        await using var server = await StartServerAsync();
        await using var call = await server.DialAsync(TestData.Wallonia);
        await call.Presses(keysBefore);

        await cluster.StopAsync();
        await call.Presses(keysAfter);

        call.HearsIn("fr", InFrench).HearsGoodbye("au revoir");
        await cluster.StartAgainAsync();
        await RecordsAsync(server);
    }

    [Fact]
    public async Task A_database_lost_before_the_confirmation_never_makes_the_caller_believe_it_is_recorded()
    {
        await using var server = await StartServerAsync();
        var before = (await FeedAsync()).Count;
        await using var call = await server.DialAsync(TestData.Wallonia);
        await call.Presses(TestData.Fr.Keys + TestData.InBrussels + "13");

        await cluster.StopAsync();
        await call.Presses("1");

        call.HearsGoodbye(InFrench).DoesNotHear("référence");
        await cluster.StartAgainAsync();
        await Health.BecomesAsync(server, HttpStatusCode.OK);
        Assert.Equal(before, (await FeedAsync()).Count);
        await RecordsAsync(server);
    }

    [Fact]
    public async Task A_database_that_restarts_between_two_keys_is_not_noticed()
    {
        await using var server = await StartServerAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders);

        await cluster.StopAsync();
        await call.Presses("13");
        await cluster.StartAgainAsync();
        await call.Presses("1");

        call.Hears("Geregistreerd. Uw referentie is");
    }

    // Anew each time: a connection of before would have died with the database.
    private async Task<IReadOnlyList<FeedRow>> FeedAsync()
    {
        await using var database = new TestDatabase(cluster.ConnectionString);
        return await database.FeedAsync();
    }

    private Task<TestServer> StartServerAsync() =>
        TestServer.StartOnAsync(cluster.ConnectionString, new VirtualClock(TestServer.Afternoon));

    private async Task RecordsAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Geregistreerd. Uw referentie is");
        Assert.Contains(await FeedAsync(), row => row.CallSid == call.CallSid);
    }
}
