using System.Collections.Concurrent;
using System.Text;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Partitions;
using Ivr.Server.Database.Rights;
using Ivr.Server.Development;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Ivr.Tests.Host;
using Microsoft.Extensions.Options;
using Npgsql;

[assembly: AssemblyFixture(typeof(TestCluster))]

namespace Ivr.Tests.Host;

/// <summary>A PostgreSQL of the test run's own, thrown away at its end, with a database made ready to be copied.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "ivr_template";

    // Nothing here has to outlive a power cut, and no table lives long enough to be worth cleaning up.
    private static readonly string[] Settings =
    [
        "fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB", "checkpoint_timeout=1h",
        "autovacuum=off", "max_connections=300",
    ];

    private readonly TemporaryFolder _folder = new();
    private PostgresCluster? _cluster;
    private readonly ConcurrentBag<TestServer> _servers = [];
    private DatabasePool? _pool;

    /// <summary>The role that the servers connect as: it may do what a server needs, and nothing else.</summary>
    public static string ServerRole => "the_server";

    /// <summary>The pepper that the workers' passwords were hashed with.</summary>
    public static string Pepper => "a pepper for the tests alone";

    /// <summary>Connections that a server may have at once.</summary>
    public static int PoolSize => 10;

    /// <summary>Few rounds: what is tested here is the call.</summary>
    public static int Iterations => 100;

    /// <summary>An argument for programs that hash: in production they want more rounds.</summary>
    public static string NotInProduction => "--environment=Test";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(Console.WriteLine);
        _cluster = await PostgresCluster.StartAsync(programs, _folder.In("postgresql"), _folder.In("postgresql"), Settings);
        await _cluster.CreateDatabaseAsync(Template);
        await using var source = DatabaseServices.CreateSource(_cluster.ConnectionString(Template));
        await new Migrator(source, Migration.All).MigrateAsync();
        // The months around the tests' afternoon; other days are caught by the default partition.
        await new PrestationPartitions(source).MakeAsync(new(2026, 1, 1), months: 3);
        await _cluster.CreateRoleAsync(ServerRole);
        await new ServerRole(source).GrantAsync(ServerRole);
        var importer = new CsvImporter(source, new PasswordHash(Options.Create(new PasswordOptions { Pepper = Pepper, Iterations = Iterations })).CreateAll);
        await importer.ImportAsync(CsvTables.Companies, "companies.csv", Utf8(TestData.Companies));
        await importer.ImportAsync(CsvTables.Workers, "workers.csv", Utf8(TestData.Workers));
        await importer.ImportAsync(CsvTables.Clients, "clients.csv", Utf8(TestData.Clients));
        NpgsqlConnection.ClearAllPools();
        _pool = await DatabasePool.OfAsync(_cluster, Template);
    }

    /// <summary>How a server reaches a database that its owner reaches so.</summary>
    public static string AsServer(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = ServerRole }.ConnectionString;

    /// <summary>A server that a test is done with and that is as new, if there is one.</summary>
    internal TestServer? TakeServer() => _servers.TryTake(out var server) ? server : null;

    /// <summary>Keeps a server for the next test.</summary>
    internal void Return(TestServer server) => _servers.Add(server);

    /// <summary>A database with all tables and the test data. Disposing of it gives it back.</summary>
    internal async Task<TestDatabase> TakeDatabaseAsync()
    {
        var database = await _pool!.TakeAsync();
        return new(ConnectionString(database.Name), database.Source, () => _pool.TryClearAsync(database), () => _pool.ReturnAsync(database));
    }

    /// <summary>Makes a database with all tables and the test data, that stays until the end of the test run.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync() => ConnectionString(await _pool!.CreateAsync(Template));

    /// <summary>Makes a database with nothing in it, that stays until the end of the test run.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateEmptyDatabaseAsync() => ConnectionString(await _pool!.CreateAsync("template1"));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var server in _servers)
                await server.EndAsync();
        }
        finally
        {
            if (_cluster is not null)
                await _cluster.DisposeAsync();
            _folder.Dispose();
        }
    }

    private string ConnectionString(string database) =>
        new NpgsqlConnectionStringBuilder(_cluster!.ConnectionString(database)) { MaxPoolSize = PoolSize }.ConnectionString;

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
