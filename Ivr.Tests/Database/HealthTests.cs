using System.Net;
using Ivr.Caller.Clock;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

public sealed class HealthTests(TestCluster cluster)
{
    [Fact]
    public async Task A_server_whose_database_is_there_is_alive_and_ready()
    {
        await using var server = await TestServer.StartAsync(cluster);

        Assert.Equal(HttpStatusCode.OK, await Health.LiveAsync(server));
        Assert.Equal(HttpStatusCode.OK, await Health.ReadyAsync(server));
    }

    [Fact]
    public async Task A_server_that_cannot_reach_its_database_is_alive_and_not_ready()
    {
        await using var server = await StartOnAsync("Host=/nowhere;Username=ivr;Database=ivr");

        Assert.Equal(HttpStatusCode.OK, await Health.LiveAsync(server));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ServingAsync(server));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
    }

    [Fact]
    public async Task A_database_without_tables_is_not_ready()
    {
        await using var server = await StartOnAsync(await cluster.CreateEmptyDatabaseAsync());

        Assert.Equal(HttpStatusCode.OK, await Health.LiveAsync(server));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
    }

    [Fact]
    public async Task A_database_that_lacks_the_newest_script_is_not_ready()
    {
        await using var server = await TestServer.StartAsync(cluster);

        await server.Database.ExecuteAsync("delete from schema_migration where version = (select max(version) from schema_migration)");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, await Health.ReadyAsync(server));
    }

    [Fact]
    public async Task A_database_that_is_newer_than_the_server_is_ready()
    {
        await using var server = await TestServer.StartAsync(cluster);

        await server.Database.ExecuteAsync("insert into schema_migration (version, name, checksum) values (999, '999_newer.sql', '')");

        Assert.Equal(HttpStatusCode.OK, await Health.ReadyAsync(server));
    }

    [Fact]
    public async Task A_database_that_takes_no_writes_is_not_ready()
    {
        await using var server = await TestServer.StartAsync(cluster);
        var name = await server.Database.SingleAsync<string>("select current_database()");

        await server.Database.ExecuteAsync($"alter database {name} set default_transaction_read_only = on");
        await server.Database.ExecuteAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await Health.BecomesAsync(server, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await Health.LiveAsync(server));
        Assert.Equal(HttpStatusCode.OK, await Health.ServingAsync(server));
    }

    [Theory]
    [InlineData("alter table node add constraint nothing check (hash_seconds < 0) not valid")]
    [InlineData("create function refuse() returns trigger language plpgsql as 'begin perform pg_sleep(30); end'; "
        + "create trigger refuse before update on node for each row execute function refuse()")]
    public async Task A_database_that_looks_well_and_does_not_write_is_not_ready(string statement)
    {
        await using var server = await TestServer.StartAsync(cluster);
        Assert.Equal(HttpStatusCode.OK, await Health.ReadyAsync(server));

        await server.Database.ExecuteAsync(statement);

        await Health.BecomesAsync(server, HttpStatusCode.ServiceUnavailable);
        Assert.Equal(HttpStatusCode.OK, await Health.LiveAsync(server));
    }

    [Fact]
    public async Task However_often_readiness_is_asked_it_writes_no_more_than_once_in_a_while_and_always_the_same_row()
    {
        await using var server = await TestServer.StartAsync(cluster);
        await Health.ReadyAsync(server);
        await server.Database.ExecuteAsync("""
            create table written ();
            create function count_it() returns trigger language plpgsql security definer as 'begin insert into written default values; return null; end';
            create trigger count_it after insert or update on node for each row execute function count_it();
            """);

        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.OK, await Health.ReadyAsync(server));

        // The requests may take some seconds, so a few writes are allowed.
        Assert.InRange(await server.Database.SingleAsync<int>("select count(*) from written"), 0, 5);
        Assert.Equal(1, await server.Database.SingleAsync<int>("select count(*) from node"));
    }

    [Fact]
    public async Task A_crowd_that_asks_for_readiness_takes_no_connection_of_the_calls_and_writes_one_line()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var server = await StartOnAsync($"{database.ConnectionString};Maximum Pool Size=5");
        await using var holder = await database.OpenAsync();
        await using var locked = await holder.BeginTransactionAsync(TestContext.Current.CancellationToken);
        // Only the check reads this table, and it waits for the lock.
        await using var migrations = new NpgsqlCommand("lock table schema_migration in access exclusive mode", holder, locked);
        await migrations.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var crowd = Enumerable.Range(0, 60).Select(_ => Health.ReadyAsync(server)).ToList();
        await database.WaitForWaitingSessionAsync();
        await using (var call = await server.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            call.Hears("Uw prestatie is geregistreerd.");
        }

        Assert.All(await Task.WhenAll(crowd), status => Assert.Equal(HttpStatusCode.ServiceUnavailable, status));
        Assert.InRange(server.Log.Lines.Count(line => line.Contains("HealthCheckService: Health check postgresql with status Unhealthy", StringComparison.Ordinal)), 1, 2);
    }

    private static Task<TestServer> StartOnAsync(string connectionString) =>
        TestServer.StartOnAsync(connectionString, new VirtualClock(TestServer.Afternoon));
}
