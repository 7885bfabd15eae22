using Ivr.Tests.Emergency;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults;

/// <summary>
/// The trap of synchronous replication: a COMMIT that waits for a standby which does not answer is done on the primary, and for
/// everybody to see there once its connection is lost; yet it is gone if the primary is lost.
/// </summary>
[Trait("Category", "Faults")]
public sealed class PausedStandbyTests
{
    private const string InDoubt = "Of ze ook al geregistreerd is, weten we nu niet zeker.";
    private const string Waiting = "from pg_stat_activity where application_name = 'ivr' and wait_event = 'SyncRep'";
    private const string EndWaiting = $"select pg_terminate_backend(pid) {Waiting}";

    [Fact]
    public async Task Nobody_hears_recorded_before_the_standby_has_it_and_then_it_outlives_the_primary()
    {
        await using var databases = await PostgresPair.StartAsync(TestData.Workers);
        await using var server = await TestServer.StartOnAsync(databases.Primary.ConnectionString, new(TestServer.Afternoon));
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await databases.Standby.FreezeAsync();

        var confirming = call.Presses("1");
        await WaitForStandbyAsync(databases.Primary);
        // The one way out of the wait: the connection is lost, the row stays, on the primary alone.
        await databases.Primary.ExecuteAsync(EndWaiting);
        await Eventually.TrueAsync(async () => await RowsAsync(databases.Primary) == 1, "The row on the primary");
        await confirming;
        call.Hears(InDoubt);

        // Delivered once more, it finds the row there, and must not be content with that.
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
        await using var databases = await PostgresPair.StartAsync(TestData.Workers);
        await using var server = await TestServer.StartOnAsync(databases.Primary.ConnectionString, new(TestServer.Afternoon));
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13");
        await databases.Primary.ExecuteAsync("alter table prestation add constraint refuse_all check (hours > 9)");
        await databases.Standby.FreezeAsync();

        await call.Presses("1");

        call.Hears("We herhalen");
        // Longer than other statements of the server may take.
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
