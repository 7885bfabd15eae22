using Dapper;
using Ivr.Caller.Clock;
using Ivr.Server.Database.Rights;
using Ivr.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>The server connects as a role that may do only what the server needs. The servers of all tests do the same.</summary>
public sealed class ServerRightsTests(TestCluster cluster) : IAsyncLifetime
{
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync() => _database = await cluster.TakeDatabaseAsync();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData("create table more ()")]
    [InlineData("create schema more")]
    [InlineData("create view more as select 1")]
    [InlineData("create sequence more")]
    [InlineData("create function more() returns integer language sql as 'select 1'")]
    [InlineData("create role more")]
    [InlineData("create database more")]
    [InlineData("alter table prestation add more text")]
    [InlineData("alter table prestation disable trigger all")]
    [InlineData("alter system set fsync = off")]
    [InlineData("drop table login_failure")]
    [InlineData("drop view prestation_feed")]
    [InlineData("truncate login_failure")]
    [InlineData("do $$ begin lock table prestation in access exclusive mode; end $$")]
    [InlineData("set role ivr")]
    [InlineData("set session_replication_role = replica")]
    [InlineData("copy prestation to stdout")]
    [InlineData("copy company from program 'true'")]
    [InlineData("select pg_read_file('/etc/passwd')")]
    [InlineData("select setval('reference_number', 1)")]
    [InlineData("select lo_create(0)")]
    [InlineData("select lo_creat(-1)")]
    [InlineData("select lo_from_bytea(0, 'a')")]
    [InlineData("select pg_logical_emit_message(false, 'a', 'a')")]
    [InlineData("select * from prestation_feed")]
    [InlineData("select caller from prestation")]
    [InlineData("update prestation set hours = 9")]
    [InlineData("update prestation set caller = ''")]
    [InlineData("delete from prestation")]
    [InlineData("insert into prestation (reference) values ('123456785')")]
    [InlineData("select name from worker")]
    [InlineData("select * from worker")]
    [InlineData("insert into worker (login) values ('980000000099')")]
    [InlineData("update worker set active = true")]
    [InlineData("update worker set login = '980000000099'")]
    [InlineData("delete from worker")]
    [InlineData("select name from client")]
    [InlineData("select phone from client")]
    [InlineData("update client set active = true")]
    [InlineData("insert into client (user_number) values ('100000000640')")]
    [InlineData("delete from client")]
    [InlineData("select name from company")]
    [InlineData("update company set name = 'other'")]
    [InlineData("delete from company")]
    [InlineData("delete from login_failure")]
    [InlineData("update login_failure set login = '1234'")]
    [InlineData("update data_protection_key set xml = ''")]
    [InlineData("delete from data_protection_key")]
    [InlineData("insert into schema_migration (version, name, checksum) values (999, '', '')")]
    [InlineData("delete from schema_migration")]
    [InlineData("insert into prestation_correction (prestation_id) values (1)")]
    [InlineData("update prestation_correction set cancelled = false")]
    [InlineData("select made_by from prestation_correction")]
    [InlineData("alter function undo_prestation reset all")]
    [InlineData("alter function entries_of_day reset all")]
    [InlineData("select caller from emergency_entry")]
    [InlineData("select login, user_number from emergency_entry")]
    [InlineData("update emergency_entry set status = 'recorded'")]
    [InlineData("update emergency_entry set prestation_id = 1")]
    [InlineData("update emergency_entry set caller = ''")]
    [InlineData("delete from emergency_entry")]
    [InlineData("update emergency_reference set reference = ''")]
    [InlineData("delete from emergency_reference")]
    [InlineData("update emergency_node set journal = gen_random_uuid()")]
    [InlineData("delete from emergency_node")]
    [InlineData("update incident set started_at = now()")]
    [InlineData("delete from incident")]
    [InlineData("delete from incident_call")]
    [InlineData("update refused_look_up set refused_at = now()")]
    [InlineData("delete from refused_look_up")]
    [InlineData("insert into emergency_entry (status) values ('recorded')")]
    [InlineData("insert into emergency_entry (prestation_id) values (1)")]
    [InlineData("update emergency_reference set entry_id = 1")]
    [InlineData("alter function mark_emergency_entry() reset all")]
    [InlineData("alter function compare_emergency_entry() reset all")]
    public async Task It_may_not(string statement)
    {
        await using var connection = await OpenAsServerAsync();

        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(statement));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Every_table_has_a_line_that_says_what_the_server_does_with_it()
    {
        var tables = await _database.QueryAsync<string>(
            "select relname::text from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition");

        Assert.Equal(tables.Order(), ServerRights.Tables.Select(table => table.Table).Order());
        Assert.All(ServerRights.Tables, table => Assert.False(string.IsNullOrWhiteSpace(table.Why), table.Table));
    }

    [Fact]
    public async Task Each_right_is_missed_by_readiness_when_it_is_taken_away()
    {
        await using var server = await TestServer.StartOnAsync(_database.ConnectionString, new VirtualClock(TestServer.Afternoon));
        // The address keeps its answer for a while; the checks behind it do not.
        var checks = server.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync(TestContext.Current.CancellationToken)).Status);

        var rights = ServerRights.Each().Select(right => $"{right.Privilege} {(right.Column == "" ? "" : $"({right.Column})")} on {right.On}").ToList();
        Assert.NotEmpty(rights);
        Assert.NotEmpty(ServerRights.Sequences);
        Assert.NotEmpty(ServerRights.Functions);
        foreach (var it in (IEnumerable<string>)
                 [
                     .. rights,
                     .. ServerRights.Sequences.Select(sequence => $"usage on sequence {sequence}"),
                     .. ServerRights.Functions.Select(function => $"execute on function {function}"),
                 ])
        {
            await _database.ExecuteAsync($"revoke {it} from {TestCluster.ServerRole}");
            Assert.True((await checks.CheckHealthAsync(TestContext.Current.CancellationToken)).Status == HealthStatus.Unhealthy, it);
            await _database.ExecuteAsync($"grant {it} to {TestCluster.ServerRole}");
        }

        Assert.Equal(HealthStatus.Healthy, (await checks.CheckHealthAsync(TestContext.Current.CancellationToken)).Status);
    }

    private async Task<NpgsqlConnection> OpenAsServerAsync()
    {
        var connection = new NpgsqlConnection($"{TestCluster.AsServer(_database.ConnectionString)};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
