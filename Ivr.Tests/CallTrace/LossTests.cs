using Ivr.Server.CallTrace;
using Ivr.Server.Database;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Ivr.Tests.CallTrace;

/// <summary>Calls continue and record even when the trace cannot be written.</summary>
public sealed class LossTests(TestCluster cluster)
{
    private const string Told = "The trace of calls cannot be written; calls go on";

    [Theory]
    [InlineData("drop table call")]
    [InlineData("revoke all on call from the_server")]
    [InlineData("alter table call add constraint nothing check (false)")]
    public async Task A_table_that_cannot_be_written_disturbs_no_call_and_is_told_once(string statement)
    {
        await using var server = await TestServer.StartAsync(cluster);
        await server.Database.ExecuteAsync(statement);

        for (var i = 0; i < 3; i++)
        {
            await RecordsAsync(server);
            await Eventually.TrueAsync(() => Task.FromResult(Lines(server).Any()), "Nothing is said of it.");
        }

        await server.StopAsync();
        Assert.Single(Lines(server));
        Assert.Equal(3, (await server.Database.FeedAsync()).Count);
    }

    [Fact]
    public async Task A_table_that_is_locked_disturbs_no_call_and_is_caught_up_with()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await using var other = await server.Database.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using (var command = other.CreateCommand())
        {
            command.CommandText = "lock table call in access exclusive mode";
            await command.ExecuteNonQueryAsync();
        }

        var sid = await RecordsAsync(server);
        await server.Database.WaitForWaitingSessionAsync();
        var further = await RecordsAsync(server);
        await transaction.RollbackAsync();

        Assert.Equal("recorded", (await server.Database.FinishedTraceAsync(sid)).Outcome);
        Assert.Equal("recorded", (await server.Database.FinishedTraceAsync(further)).Outcome);
    }

    [Fact]
    public async Task A_queue_that_is_full_loses_the_oldest_and_what_comes_later_makes_up_for_it()
    {
        await using var server = await TestServer.StartAsync(cluster, null, "Trace:MaxWaiting=2");
        var lost = 0L;
        using var listener = Figures.Listen<long>(server, "ivr.trace.lost", events => Interlocked.Add(ref lost, events));

        var sid = await RecordsAsync(server);

        var row = await server.Database.FinishedTraceAsync(sid);
        Assert.Equal(("recorded", 32, 7), (row.Outcome, row.Keys, row.Webhooks));
        Assert.Contains("\"Login\": 1", row.AskedText, StringComparison.Ordinal);
        Assert.True(Interlocked.Read(ref lost) > 0);
    }

    [Fact]
    public async Task What_waits_is_written_when_the_server_stops()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var sid = await RecordsAsync(server);

        await server.StopAsync();

        Assert.Equal("recorded", Assert.Single(await server.Database.TracesAsync(), row => row.CallSid == sid).Outcome);
    }

    [Fact]
    public async Task The_trace_has_few_connections_and_none_of_the_calls()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await RecordsAsync(server);
        var table = server.Services.GetRequiredService<CallTable>();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => table.FinishAsync(TestServer.Afternoon)));

        Assert.InRange(
            await server.Database.SingleAsync<int>(
                "select count(*) from pg_stat_activity where datname = current_database() and application_name = 'ivr-side'"),
            1,
            BackgroundDataSource.MaxConnections);
    }

    private static IEnumerable<string> Lines(TestServer server) => server.Log.Lines.Where(line => line.Contains(Told, StringComparison.Ordinal));

    private static async Task<string> RecordsAsync(TestServer server)
    {
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
        call.Hears("Uw prestatie is geregistreerd.");
        await call.HangsUp();
        return call.CallSid;
    }
}
