using Ivr.Tests.Emergency;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Database.Pooler;

/// <summary>
/// PgBouncer reports a lost connection to PostgreSQL as an error of its own. It says nothing about the COMMIT that was on its way.
/// </summary>
[Trait("Category", "Faults")]
public sealed class PoolerDoubtTests(FilledPostgres postgres)
{
    private const string InDoubt = "misschien zijn ze al geregistreerd.";
    private const string Waiting = "from pg_stat_activity where application_name = 'ivr' and wait_event = 'SyncRep'";

    [Fact]
    public async Task A_confirmation_whose_connection_broke_behind_the_pooler_may_be_recorded()
    {
        await using var databases = await PostgresPair.StartAsync(postgres, TestData.Workers);
        await databases.Primary.ExecuteAsync(
            $"alter role {TestCluster.ServerRole} set synchronous_commit = on", $"alter role {TestCluster.ServerRole} set lock_timeout = '2500ms'");
        await using var pooler = await PgBouncer.StartAsync(databases.Primary.ConnectionString, "transaction");
        await using var server = await TestServer.StartOnAsync(
            databases.Primary.ConnectionString,
            new(TestServer.Afternoon),
            $"ConnectionStrings:Ivr={pooler.ConnectionString}",
            $"ConnectionStrings:IvrDirect={TestCluster.AsServer(databases.Primary.ConnectionString)}");
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await databases.Standby.FreezeAsync();

        var confirming = call.Presses("1");
        await Eventually.TrueAsync(() => databases.Primary.SingleAsync<bool>($"select exists (select {Waiting})"), "A COMMIT that waits for the standby");
        // A session that is killed takes all sessions with it, and says nothing.
        await Signal.SendAsync("KILL", await databases.Primary.SingleAsync<int>($"select pid {Waiting} limit 1"));
        await confirming;

        call.Hears(InDoubt);
        await databases.Standby.ThawAsync();
        Assert.Equal(call.CallSid, Assert.Single(await server.Database.FeedAsync()).CallSid);
    }
}
