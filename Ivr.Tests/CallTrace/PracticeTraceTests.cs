using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace;

/// <summary>Of a practice call nothing is stored but that it took place.</summary>
public sealed class PracticeTraceTests(TestCluster cluster)
{
    [Fact]
    public async Task Only_its_row_in_the_trace_is_stored()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys);
        var before = await RowsAsync(server);
        await call.Presses("8#" + TestData.Mistyped);
        await call.Presses(TestData.NotKnown + "#131");
        await call.HangsUp();

        var row = await server.Database.TraceAsync(call.CallSid, row => row.EndedAt is not null);

        Assert.Equal(("practice", "Practised", 0, 0), (row.Outcome, row.Step, row.Recorded, row.LeftEntries));
        Assert.Equal(before, await RowsAsync(server));
    }

    // Rows of all tables that calls write, but those of the trace and of servers.
    private static async Task<string> RowsAsync(TestServer server)
    {
        var tables = await server.Database.QueryAsync<string>("""
            select relname::text from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition and relname not in ('call', 'ended_call', 'node')
            order by 1
            """);
        var counts = new List<string>();
        foreach (var table in tables)
            counts.Add($"{table} {await server.Database.SingleAsync<long>($"select count(*) from {table}")}");
        return string.Join('\n', counts);
    }
}
