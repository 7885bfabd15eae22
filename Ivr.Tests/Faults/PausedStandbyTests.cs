using Ivr.Tests.Emergency;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>
/// The problem with synchronous replication: a COMMIT that waits for an unresponsive standby is already done on the primary. When its
/// connection is lost, everybody sees the row on the primary. But the row is lost if the primary is lost.
/// </summary>
[Trait("Category", "Faults")]
public sealed class PausedStandbyTests(FilledPostgres postgres)
{
    private const string InDoubt = "misschien zijn ze al geregistreerd.";
    private const string Waiting = "from pg_stat_activity where application_name = 'ivr' and wait_event = 'SyncRep'";
    private const string EndWaiting = $"select pg_terminate_backend(pid) {Waiting}";

    [Fact]
    public async Task Nobody_hears_recorded_before_the_standby_has_it_and_then_it_outlives_the_primary()
    {
        await using var databases = await PostgresPair.StartAsync(postgres, TestData.Workers);
        await using var server = await TestServer.StartOnAsync(databases.Primary.ConnectionString, new(TestServer.Afternoon));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await databases.Standby.FreezeAsync();

        var confirming = call.Presses("1");
        await WaitForStandbyAsync(databases.Primary);
        // The wait ends only when the connection is lost. The row stays, but only on the primary.
        await databases.Primary.ExecuteAsync(EndWaiting);
        await Eventually.TrueAsync(async () => await RowsAsync(databases.Primary) == 1, "The row on the primary");
        await confirming;
        call.Hears(InDoubt);

        // The repeated webhook finds the row on the primary, but must not report it as recorded.
        var confirmation = call.Exchanges.Last(exchange => exchange.Request.Form.GetValueOrDefault("Digits") == "1");
        Assert.Contains(InDoubt, (await call.Resends(confirmation)).Document.Spoken, StringComparison.Ordinal);

        await databases.Standby.ThawAsync();
        var answer = (await call.Resends(confirmation)).Document.Spoken;
        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Contains($"Uw referentie is {DigitGroups.Groups(row.Reference)}.", answer, StringComparison.Ordinal);

        await databases.Primary.EndAtOnceAsync();
        await databases.PromoteAsync();
        Assert.Equal(row.Reference, await databases.Primary.SingleAsync<string>("select reference from prestation_feed"));
    }

    [Fact]
    public async Task What_was_left_is_taken_for_loaded_only_once_the_standby_has_it()
    {
        await using var databases = await PostgresPair.StartAsync(postgres, TestData.Workers);
        await using var server = await TestServer.StartOnAsync(databases.Primary.ConnectionString, new(TestServer.Afternoon));
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await databases.Primary.ExecuteAsync("alter table prestation add constraint refuse_all check (hours > 9)");
        await databases.Standby.FreezeAsync();

        await call.Presses("1");

        call.Hears("Nog eens:");
        // Longer than the timeout of the server's other statements.
        await Eventually.TrueAsync(
            () => databases.Primary.SingleAsync<bool>($"select exists (select {Waiting} and now() - xact_start > interval '4 s')"),
            "A line that waits for the standby");
        Assert.Empty(Directory.GetFiles(server.Journal, "*.loaded"));

        await databases.Standby.ThawAsync();
        var entry = Assert.Single(await server.Database.LoadedAsync(1));
        Assert.Equal(("waiting", call.CallSid), (entry.Status, entry.CallSid));
        await server.HasLoadedAllAsync();
    }

    private static Task WaitForStandbyAsync(PostgresNode primary) => Eventually.TrueAsync(
        () => primary.SingleAsync<bool>($"select exists (select {Waiting})"), "A COMMIT that waits for the standby");

    private static Task<long> RowsAsync(PostgresNode primary) => primary.SingleAsync<long>("select count(*) from prestation");
}
