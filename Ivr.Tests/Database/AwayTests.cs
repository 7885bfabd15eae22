using System.Net;
using Ivr.Caller.Calls.Engine;
using Ivr.Caller.Clock;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database;

/// <summary>PostgreSQL stops and starts: callers hear messages, and no server needs a restart.</summary>
public sealed class AwayTests(FragileCluster cluster) : IClassFixture<FragileCluster>
{
    private const string InDutch = "technisch probleem bij ons";
    private const string InFrench = "problème technique chez nous";

    [Fact]
    public async Task A_server_that_never_had_its_database_apologises_and_takes_calls_once_it_is_there()
    {
        await cluster.StopAsync();
        await using var server = await StartServerAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
        using var phone = server.CreatePhone(options => options with { FallbackUrl = new(server.Url, "/voice/fallback") });
        await using (var call = await phone.DialAsync(TestData.FlandersLandline))
        {
            call.HearsIn("nl", InDutch).HearsIn("fr", InFrench).HearsIn("de", "technisches Problem").HearsIn("en", "technical problem");
            Assert.Equal(CallEnding.ServerHungUp, call.Ending);
            Assert.Equal(HttpStatusCode.OK, (HttpStatusCode)call.Exchanges[1].Status!);
        }

        await cluster.StartAgainAsync();
        await Health.BecomesAsync(server, HttpStatusCode.OK);
        await RecordsAsync(server);
    }

    [Theory]
    [InlineData("980000000022#", "47220#" + TestData.InBrussels + "13")]
    [InlineData("980000000022#47220#", TestData.InBrussels + "13")]
    [InlineData("980000000022#47220#" + TestData.InBrussels + "1321", TestData.InBrussels)]
    public async Task An_entry_of_a_call_in_whose_middle_the_database_was_stopped_is_left_and_loaded_when_it_is_back(string keysBefore, string keysAfter)
    {
        await using var server = await StartServerAsync();
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.Wallonia);
        await call.Presses(keysBefore);

        await cluster.StopAsync();
        await call.Presses(keysAfter);
        call.HearsIn("fr", "Pour transmettre, tapez 1.");
        await call.Presses("1");
        call.HearsIn("fr", "Votre prestation est conservée, mais pas encore enregistrée.");

        await cluster.StartAgainAsync();
        await LoadsAsync(call.CallSid, afterConfirmation: false);
        await RecordsAsync(server);
    }

    [Fact]
    public async Task A_database_stopped_before_the_confirmation_never_makes_the_caller_believe_it_is_recorded()
    {
        await using var server = await StartServerAsync();
        await server.IsReadyForTheWorstAsync();
        var before = (await FeedAsync()).Count;
        await using var call = await server.DialAsync(TestData.Wallonia);
        await call.Presses(TestData.Fr.Keys + TestData.InBrussels + "13");

        await cluster.StopAsync();
        await call.Presses("1");

        call.Hears("Votre prestation est conservée").DoesNotHear("Votre prestation est enregistrée");
        await cluster.StartAgainAsync();
        await Health.BecomesAsync(server, HttpStatusCode.OK);
        Assert.Equal(before, (await FeedAsync()).Count);
        await LoadsAsync(call.CallSid, afterConfirmation: true);
        await RecordsAsync(server);
    }

    [Fact]
    public async Task An_outage_that_lasts_from_before_the_first_call_to_after_the_last_loses_nothing_and_is_told_once()
    {
        await using var server = await StartServerAsync();
        await server.IsReadyForTheWorstAsync();
        await using (var warm = await server.DialAsync(TestData.Wallonia))
            warm.Hears("Bienvenue");
        await cluster.StopAsync();
        var sids = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            await using var call = await server.DialAsync(i % 2 == 0 ? TestData.Wallonia : TestData.FlandersLandline);
            await call.Presses(TestData.Fr.Keys + TestData.InBrussels + "13" + "1");
            Assert.StartsWith("9", Outages.HeardReference(call.Heard), StringComparison.Ordinal);
            sids.Add(call.CallSid);
        }

        await cluster.StartAgainAsync();
        foreach (var sid in sids)
            await LoadsAsync(sid, afterConfirmation: false);
        await using var database = new TestDatabase(cluster.ConnectionString);
        await Eventually.TrueAsync(
            async () => (await database.IncidentsAsync(1)).Any(row => row.CallsHit == sids.Count), "No incident hit all these calls.");
        var incident = (await database.IncidentsAsync(1)).Single(row => row.CallsHit == sids.Count);
        Assert.Equal(["flanders-brussels", "wallonia"], incident.Lines);
        Assert.NotNull(incident.Node);
        Assert.True(incident.EndedAt >= incident.StartedAt);
        Assert.Single(server.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("calls go on without the database", StringComparison.Ordinal));
        Assert.Single(server.Log.Lines, line => line.Contains("The database answers again", StringComparison.Ordinal));
        Assert.DoesNotContain(
            server.Log.Lines,
            line => line.StartsWith("Error", StringComparison.Ordinal) && sids.Skip(1).Any(sid => line.Contains(sid, StringComparison.Ordinal)));
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

        call.Hears("Uw prestatie is geregistreerd.");
    }

    // Opened anew each time, because stopping the database breaks existing connections.
    private async Task<IReadOnlyList<FeedRow>> FeedAsync()
    {
        await using var database = new TestDatabase(cluster.ConnectionString);
        return await database.FeedAsync();
    }

    private async Task LoadsAsync(string callSid, bool afterConfirmation)
    {
        await using var database = new TestDatabase(cluster.ConnectionString);
        await Eventually.TrueAsync(
            async () => (await database.EmergencyAsync()).Any(row => row.CallSid == callSid && row.AfterConfirmation == afterConfirmation),
            $"What call {callSid} left is not loaded.");
    }

    private Task<TestServer> StartServerAsync() =>
        TestServer.StartOnAsync(cluster.ConnectionString, new VirtualClock(TestServer.Afternoon));

    private async Task RecordsAsync(TestServer server)
    {
        await Health.BecomesAsync(server, HttpStatusCode.OK);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");
        Assert.Contains(await FeedAsync(), row => row.CallSid == call.CallSid);
    }
}
