using Dapper;
using Ivr.Server.Database;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Database;

/// <summary>
/// Tests each timeout of a webhook separately. In a call, a shorter timeout hides a longer one until the day when the longer one is needed.
/// </summary>
public sealed class TimeoutTests(TestCluster cluster)
{
    [Fact]
    public async Task A_connection_has_the_limits_that_fit_into_a_webhook()
    {
        await using var source = DatabaseServices.CreateSource(await cluster.CreateDatabaseAsync());
        await using var connection = await source.OpenConnectionAsync();

        Assert.Equal(2, connection.ConnectionTimeout);
        Assert.Equal(3, connection.CommandTimeout);
        Assert.Equal("2500ms", await connection.ExecuteScalarAsync<string>("show lock_timeout"));
        Assert.Equal("on", await connection.ExecuteScalarAsync<string>("show synchronous_commit"));
    }

    [Fact]
    public async Task They_win_over_what_the_connection_string_says()
    {
        var longer = new NpgsqlConnectionStringBuilder(await cluster.CreateDatabaseAsync())
        {
            Timeout = 100,
            CommandTimeout = 100,
            Options = "-c lock_timeout=100000 -c statement_timeout=77000",
        };
        await using var source = DatabaseServices.CreateSource(longer.ConnectionString);
        await using var connection = await source.OpenConnectionAsync();

        Assert.Equal(2, connection.ConnectionTimeout);
        Assert.Equal(3, connection.CommandTimeout);
        Assert.Equal("2500ms", await connection.ExecuteScalarAsync<string>("show lock_timeout"));
        Assert.Equal("77s", await connection.ExecuteScalarAsync<string>("show statement_timeout"));
    }

    [Fact]
    public async Task A_host_elsewhere_is_probed_when_it_is_silent_for_ten_seconds()
    {
        await using var source = DatabaseServices.CreateSource("Host=db.example;Username=ivr");

        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        Assert.True(settings.TcpKeepAlive);
        Assert.Equal((10, 2), (settings.TcpKeepAliveTime, settings.TcpKeepAliveInterval));
    }
}
