using Dapper;
using Ivr.Tests.Emergency;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Ivr.Tests.Calls;

/// <summary>The caller hears "recorded" only after COMMIT, and COMMIT waits for the flush to disk.</summary>
public sealed class CommitTests(TestCluster cluster)
{
    [Fact]
    public async Task A_commit_that_takes_its_time_is_not_cancelled()
    {
        await using var server = await TestServer.TakeAsync(cluster);
        await server.Database.ExecuteAsync(
            """
            create function take_time() returns trigger language plpgsql as 'begin perform pg_sleep(6); return null; end';
            create constraint trigger slow_commit after insert on prestation
                deferrable initially deferred for each row execute function take_time();
            """);
        await server.IsReadyForTheWorstAsync();
        await using var call = await server.DialAsync(TestData.FlandersLandline);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13" + "1");

        // The caller cannot wait this long. But the COMMIT is not cancelled, and the emergency entry is linked to the recorded prestation.
        call.Hears("misschien zijn ze al geregistreerd.");
        var left = Assert.Single(await server.Database.LoadedAsync(1));
        var row = Assert.Single(await server.Database.FeedAsync());
        Assert.Equal(("recorded", row.Reference), (left.Status, left.PrestationReference));
    }

    [Fact]
    public async Task Recorded_means_flushed_whatever_the_database_s_own_default_is()
    {
        var database = await cluster.TakeDatabaseAsync();
        await using (var connection = await database.OpenAsync())
            await database.ExecuteAsync($"alter database {connection.Database} set synchronous_commit = off");

        await using var server = await TestServer.StartOnAsync($"{database.ConnectionString};Options=-c work_mem=5MB", new(TestServer.Afternoon));
        await using var own = await server.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync();
        Assert.Equal(("on", "5MB"), await own.QuerySingleAsync<(string, string)>(
            "select current_setting('synchronous_commit'), current_setting('work_mem')"));
    }
}
