using Ivr.Tests.Host;

namespace Ivr.Tests.Database.Pooler;

/// <summary>
/// Calls go through PgBouncer, in both of its modes, and what the server promises holds. A server does not start on a connection where it
/// would not hold.
/// </summary>
public sealed class PgBouncerTests(TestCluster cluster) : IDisposable
{
    private const int Calls = 8;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("transaction", 2)]
    // A session belongs to one connection of the server for as long as it is open.
    [InlineData("session", 10)]
    public async Task Calls_share_the_connections_of_a_pooler_and_each_is_recorded(string mode, int sessions)
    {
        await using var database = await cluster.TakeDatabaseAsync();
        // The opposite of what the server needs, except for its role.
        await database.ExecuteAsync($"alter database {Name(database)} set synchronous_commit = off");
        await GiveSettingsAsync(database);
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString, mode, $"default_pool_size = {sessions}");
        await using var server = await TestServer.StartOnAsync(database.ConnectionString, new(TestServer.Afternoon), Pooled(pooler, database));

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(_ => RecordAsync(server)));

        Assert.Equal(Calls, (await database.FeedAsync()).Count);
        var used = await database.QueryAsync<string>("select application_name from pg_stat_activity where application_name = 'ivr' and datname = current_database()");
        Assert.InRange(used.Count, 1, sessions);
    }

    [Theory]
    [InlineData("transaction", "")]
    [InlineData("session", "")]
    [InlineData("transaction", "ignore_startup_parameters = options")]
    [InlineData("session", "ignore_startup_parameters = options")]
    public async Task A_pooler_without_a_way_around_it_stops_the_start(string mode, string setting)
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await GiveSettingsAsync(database);
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString, mode, setting);

        await IsRefusedAsync("A pooler (PgBouncer) is in front of PostgreSQL.", $"ConnectionStrings:Ivr={pooler.ConnectionString}");
    }

    [Fact]
    public async Task A_way_around_the_pooler_that_leads_through_it_stops_the_start()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await GiveSettingsAsync(database);
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString, "session", "ignore_startup_parameters = options");

        await IsRefusedAsync(
            "A pooler (PgBouncer) is in front of PostgreSQL.",
            $"ConnectionStrings:Ivr={pooler.ConnectionString}", $"ConnectionStrings:IvrDirect={pooler.ConnectionString}");
    }

    [Theory]
    [InlineData("synchronous_commit = off", "synchronous_commit is off and lock_timeout 2500 ms")]
    [InlineData("lock_timeout = 0", "synchronous_commit is on and lock_timeout 0 ms")]
    [InlineData("lock_timeout = '3s'", "synchronous_commit is on and lock_timeout 3000 ms")]
    public async Task A_role_without_the_settings_that_the_pooler_drops_stops_the_start(string setting, string told)
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await GiveSettingsAsync(database);
        await AlterRoleAsync(database, setting);
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString, "transaction");

        await IsRefusedAsync($"On ConnectionStrings:Ivr, {told}.", Pooled(pooler, database));
    }

    [Fact]
    public async Task A_command_of_the_owner_needs_PostgreSQL_itself()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString, "session", "ignore_startup_parameters = options");

        var (exitCode, _, errors) = await ServerProgram.RunAsync(_folder.Path, "Production", "migrate", $"--ConnectionStrings:Ivr={pooler.ConnectionString}");

        Assert.Equal(1, exitCode);
        Assert.StartsWith("A pooler (PgBouncer) is in front of PostgreSQL.", Assert.Single(errors), StringComparison.Ordinal);
    }

    private static string[] Pooled(PgBouncer pooler, TestDatabase database) =>
        [$"ConnectionStrings:Ivr={pooler.ConnectionString}", $"ConnectionStrings:IvrDirect={TestCluster.AsServer(database.ConnectionString)}"];

    private static async Task GiveSettingsAsync(TestDatabase database)
    {
        await AlterRoleAsync(database, "synchronous_commit = on");
        await AlterRoleAsync(database, "lock_timeout = '2500ms'");
    }

    private static Task AlterRoleAsync(TestDatabase database, string setting) =>
        database.ExecuteAsync($"alter role {TestCluster.ServerRole} in database {Name(database)} set {setting}");

    private static string Name(TestDatabase database) => new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString).Database!;

    private static async Task RecordAsync(TestServer server)
    {
        using var phone = server.CreatePhone();
        await using var call = await phone.DialAsync(TestData.FlandersLandline, cancellationToken: TestContext.Current.CancellationToken);
        await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13" + "1");
        call.Hears("Uw prestatie is geregistreerd.");
    }

    private async Task IsRefusedAsync(string told, params string[] settings)
    {
        var (exitCode, _, errors) = await ServerProgram.RunAsync(
            _folder.Path,
            "Production",
            [
                "serve", "--Urls=http://127.0.0.1:0", $"--Twilio:AuthToken={TestServer.AuthToken}", $"--Passwords:Pepper={TestCluster.Pepper}",
                .. settings.Select(setting => $"--{setting}"),
            ]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith(told, Assert.Single(errors), StringComparison.Ordinal);
    }
}
