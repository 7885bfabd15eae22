using Ivr.Server.Database;
using Ivr.Server.Database.Partitions;
using Ivr.Tests.Host;
using Ivr.Tests.Secured;

namespace Ivr.Tests.Database.Partitions;

/// <summary>Each month has its own partition. Callers and users of the web pages notice nothing.</summary>
public sealed class PartitionTests(TestCluster cluster)
{
    // The keys of an entry without the confirmation.
    private const string ToTheSummary = TestData.InFlanders + "13";

    private static readonly DateTimeOffset NewYearsEve = new(2025, 12, 31, 23, 58, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset OneDayInMay = new(2027, 5, 10, 12, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task A_call_that_goes_on_into_the_new_year_is_of_the_old_one_and_so_are_its_entries()
    {
        await using var server = await TestServer.StartAsync(cluster, NewYearsEve);
        await MakeAsync(server.Database, new(2025, 12, 1), months: 1);
        await Visitors.AddAsync(server.Database);

        await using var before = await server.DialAsync(TestData.FlandersLandline);
        await before.Presses(TestData.Nl.Keys + ToTheSummary);
        server.Clock.Set(NewYearsEve.AddMinutes(5));
        await before.Presses("1");
        await before.Resends(before.Exchanges[^1]);
        await before.Presses("1" + ToTheSummary + "1");
        await using var after = await server.DialAsync(TestData.FlandersLandline);
        await after.Presses(TestData.Nl.Keys + ToTheSummary + "1");

        Assert.Equal(["prestation_2025_12 1 false", "prestation_2025_12 2 true", "prestation_2026_01 1 false"], await WhereAsync(server.Database));
        Assert.Equal(["2025-12-31", "2025-12-31", "2026-01-01"], (await server.Database.FeedAsync()).Select(row => $"{row.ServiceDate:yyyy-MM-dd}"));
        Assert.Equal(2, await server.Database.SingleAsync<int>("select deliveries from prestation where service_date = '2025-12-31' and entry_no = 1"));
        using var door = new Door(server);
        await door.SignInAsync(Visitors.OfAlfa);
        Assert.Equal((3, 2, 1), (
            await ExportedAsync(door, "from=2025-12-31&to=2026-01-01"), await ExportedAsync(door, "to=2025-12-31"), await ExportedAsync(door, "from=2026-01-01")));
        Assert.Equal(4, (await door.ReadAsync("/company/history?from=2025-12-31&to=2026-01-01")).Split("<tr role=\"row\" data-reference").Length);
    }

    // Without earlier calls, PostgreSQL plans each statement for its values. After 8 calls it uses a generic plan.
    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public async Task A_call_touches_the_partitions_of_its_month_and_the_one_before_alone(int callsBefore)
    {
        var one = new Npgsql.NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync()) { MaxPoolSize = 1 };
        await using var server = await TestServer.StartOnAsync(one.ConnectionString, new(TestServer.Afternoon));
        for (var before = 0; before < callsBefore; before++)
        {
            await using var earlier = await server.DialAsync(TestData.FlandersLandline);
            await earlier.Presses(TestData.Nl.Keys + ToTheSummary + "1");
        }

        await using var holder = await server.Database.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var all = new Npgsql.NpgsqlCommand("""
            do $$
            declare
                other regclass;
            begin
                for other in select inhrelid from pg_inherits
                             where inhparent = 'prestation'::regclass and inhrelid not in (
                                 'prestation_2026_03'::regclass, coalesce(to_regclass('prestation_2026_02'), 'prestation_other'::regclass)) loop
                    execute format('lock table %s in access exclusive mode', other);
                end loop;
            end
            $$
            """, holder, transaction);
        await all.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        // A statement that reads another partition, or only plans to, waits for the lock and fails.
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + ToTheSummary);
        await call.Presses("1");

        call.Hears("Uw prestatie is geregistreerd.");
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            ["prestation_2026_03 1 false", .. Enumerable.Repeat("prestation_2026_03 1 true", callsBefore)], await WhereAsync(server.Database));
    }

    [Fact]
    public async Task What_the_net_has_caught_moves_to_its_month_while_calls_go_on()
    {
        await using var server = await TestServer.StartAsync(cluster, OneDayInMay);
        await using var first = await server.DialAsync(TestData.FlandersLandline);
        await first.Presses(TestData.Nl.Keys + ToTheSummary + "1");
        Assert.Equal(["prestation_other 1 false"], await WhereAsync(server.Database));
        await server.Database.ExecuteAsync("""
            insert into prestation_correction (prestation_id, recorded_date, number, company_id, activity, hours, service_date, cancelled, reason, made_by, made_at)
            select id, service_date, 1, company_id, 1, 8, service_date, false, 'a reason', 'somebody', now() from prestation
            """);
        var calls = new List<string> { first.CallSid };
        using var stop = new CancellationTokenSource();
        var lines = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => CallAgainAndAgainAsync(server, calls, stop.Token)));

        await MoreAsync(calls);
        var made = await MakeAsync(server.Database, new(2027, 4, 30), months: 2);
        await MoreAsync(calls);
        await stop.CancelAsync();
        await lines;

        Assert.Equal([new(2027, 4, 1), new(2027, 5, 1), new(2027, 6, 1)], made.Select(partition => partition.Month));
        Assert.InRange(made[1].Moved, 2, calls.Count);
        Assert.Equal((0, 0), (made[0].Moved, made[2].Moved));
        Assert.Equal(calls.Order(StringComparer.Ordinal), (await server.Database.FeedAsync()).Select(row => row.CallSid).Order(StringComparer.Ordinal));
        var places = await WhereAsync(server.Database);
        Assert.Equal(calls.Count, places.Count);
        Assert.All(places, where => Assert.StartsWith("prestation_2027_05 ", where, StringComparison.Ordinal));
        Assert.Equal(8, await server.Database.SingleAsync<int>("select hours from prestation_correction_feed"));
        Assert.Equal(2, await server.Database.SingleAsync<int>("""
            select count(*) from pg_constraint
            where conname in ('emergency_entry_prestation_fkey', 'prestation_correction_prestation_fkey') and convalidated
            """));
        await first.Resends(first.Exchanges[^1]);
        Assert.Equal(calls.Count, (await server.Database.FeedAsync()).Count);
        Assert.Empty(await MakeAsync(server.Database, new(2027, 5, 1), months: 1));
    }

    [Fact]
    public async Task Months_that_passed_without_a_partition_get_one_too()
    {
        await using var server = await TestServer.StartAsync(cluster, OneDayInMay);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + ToTheSummary + "1");

        var made = await MakeAsync(server.Database, new(2027, 8, 1), months: 0);

        Assert.Equal([new MadePartition(new(2027, 5, 1), 1), new MadePartition(new(2027, 8, 1), 0)], made);
    }

    [Fact]
    public async Task A_call_that_holds_the_table_is_let_by_and_the_partition_made_then()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var holder = await database.OpenAsync();
        var transaction = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (var hold = new Npgsql.NpgsqlCommand("lock table prestation in row exclusive mode", holder, transaction))
            await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var making = MakeAsync(database, new(2027, 5, 1), months: 0);
        await database.WaitForWaitingSessionAsync();
        Assert.False(making.IsCompleted);
        await transaction.DisposeAsync();

        Assert.Single(await making);
    }

    private static async Task<IReadOnlyList<MadePartition>> MakeAsync(TestDatabase database, DateOnly from, int months)
    {
        await using var source = DatabaseServices.CreateSource(database.ConnectionString);
        return await new PrestationPartitions(source).MakeAsync(from, months);
    }

    private static Task<IReadOnlyList<string>> WhereAsync(TestDatabase database) => database.QueryAsync<string>(
        "select concat_ws(' ', tableoid::regclass, entry_no, possible_duplicate::text) from prestation order by recorded_at, id");

    private static async Task<int> ExportedAsync(Door door, string filter) =>
        (await door.ReadAsync($"/company/export.csv?{filter}")).TrimEnd().Split("\r\n").Length - 1;

    // The phone has no fallback URL, so the first failed webhook fails the test. It has its own clock: if many calls advanced one shared
    // clock, a slow call would seem to last for hours.
    private static async Task CallAgainAndAgainAsync(TestServer server, List<string> calls, CancellationToken stop)
    {
        using var phone = server.CreatePhone(options => options with { Retries = 0, Clock = null });
        while (!stop.IsCancellationRequested)
        {
            await using var call = await phone.DialAsync(TestData.FlandersLandline, cancellationToken: CancellationToken.None);
            await call.Presses(TestData.Fr.Keys + ToTheSummary + "1");
            call.Hears("Votre prestation est enregistrée.");
            await call.HangsUp();
            lock (calls)
                calls.Add(call.CallSid);
        }
    }

    private static async Task MoreAsync(List<string> calls)
    {
        var wanted = Count() + 5;
        await Eventually.TrueAsync(() => Count() >= wanted, "More calls");

        int Count()
        {
            lock (calls)
                return calls.Count;
        }
    }
}
