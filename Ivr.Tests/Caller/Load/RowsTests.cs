using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Caller.Load;

/// <summary>A load run fails unless the recorded rows are exactly the confirmed calls.</summary>
public sealed class RowsTests(TestCluster cluster) : LoadTest(cluster)
{
    [Fact]
    public async Task A_row_that_is_gone_is_missing()
    {
        var database = await SeenAsAsync("select * from public.prestation_feed where reference > (select min(reference) from public.prestation_feed)");

        Assert.Equal(1, await Desk.LoadAsync("--calls", "6", "--database", database));

        var rows = Desk.Json.GetProperty("rows");
        Assert.False(rows.GetProperty("isEqual").GetBoolean());
        Assert.Equal((6, 5, 1, 0), (Number("confirmed"), Number("recorded"), Number("missing"), Number("surplus")));
        Assert.Contains("5 rows on record for 6 that callers heard confirmed: 1 missing, 0 too many", Desk.Output, StringComparison.Ordinal);

        int Number(string name) => rows.GetProperty(name).GetInt32();
    }

    [Fact]
    public async Task A_row_that_nobody_confirmed_is_too_many()
    {
        var database = await SeenAsAsync("""
            select * from public.prestation_feed
            union all (select * from public.prestation_feed order by reference limit 1)
            """);

        Assert.Equal(1, await Desk.LoadAsync("--calls", "6", "--database", database));

        Assert.Contains("7 rows on record for 6 that callers heard confirmed: 0 missing, 1 too many", Desk.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_reference_than_the_one_heard_is_both()
    {
        var database = await SeenAsAsync("""
            select case when row_number() over (order by reference) = 1 then '000000000' else reference::text end as reference, call_sid, recorded_at, entry_no
            from public.prestation_feed
            """);

        Assert.Equal(1, await Desk.LoadAsync("--calls", "6", "--database", database));

        Assert.Contains("6 rows on record for 6 that callers heard confirmed: 1 missing, 1 too many", Desk.Output, StringComparison.Ordinal);
    }

    // Simulates lost or surplus rows: a view of the same name with another query, in another schema.
    private async Task<string> SeenAsAsync(string query)
    {
        await Server.Database.ExecuteAsync($"create schema elsewhere; create view elsewhere.prestation_feed as {query}");
        return new NpgsqlConnectionStringBuilder(Server.Database.ConnectionString) { SearchPath = "elsewhere" }.ConnectionString;
    }
}
