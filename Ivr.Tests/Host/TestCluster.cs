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

/// <summary>A PostgreSQL for this test run, deleted at its end, with a template database for copies.</summary>
public sealed class TestCluster : IAsyncLifetime
{
    private const string Template = "ivr_template";

    // Nothing has to survive a power cut, no table lives long enough to need a vacuum, and none is so large that compiling a query helps.
    private static readonly string[] Settings =
    [
        "fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0", "max_wal_size=4GB", "checkpoint_timeout=1h",
        "autovacuum=off", "max_connections=300", "jit=off",
    ];

    private readonly TemporaryFolder _folder = new();
    private PostgresCluster? _cluster;
    private readonly ConcurrentDictionary<string, ConcurrentBag<TestServer>> _servers = new(StringComparer.Ordinal);
    private DatabasePool? _pool;

    /// <summary>The role that the servers connect as. It may do only what a server needs.</summary>
    public static string ServerRole => "the_server";

    /// <summary>The pepper with which the workers' passwords are hashed.</summary>
    public static string Pepper => "a pepper for the tests alone";

    /// <summary>The maximum number of connections of a server.</summary>
    public static int PoolSize => 10;

    /// <summary>Few rounds, because these tests are not about password hashing.</summary>
    public static int Iterations => 100;

    /// <summary>An argument for programs that hash. In production they refuse so few rounds.</summary>
    public static string NotInProduction => "--environment=Test";

    public async ValueTask InitializeAsync()
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(Console.WriteLine);
        _cluster = await PostgresCluster.StartAsync(programs, _folder.In("postgresql"), _folder.In("postgresql"), Settings);
        await _cluster.CreateDatabaseAsync(Template);
        await using var source = DatabaseServices.CreateSource(_cluster.ConnectionString(Template));
        await new Migrator(source, Migration.All).MigrateAsync();
        // The months around the time of the tests. Other days are in the default partition.
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

    /// <summary>Makes a server's connection string from the database owner's.</summary>
    public static string AsServer(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Username = ServerRole }.ConnectionString;

    /// <summary>The servers with these settings that a test has finished with and that are reset.</summary>
    internal ConcurrentBag<TestServer> ServersWith(string[] settings) => _servers.GetOrAdd(string.Join('\n', settings), _ => []);

    /// <summary>Takes a database with all tables and the test data. Disposing it returns it to the pool.</summary>
    internal async Task<TestDatabase> TakeDatabaseAsync()
    {
        var database = await _pool!.TakeAsync();
        return new(ConnectionString(database.Name), database.Source, () => _pool.TryClearAsync(database), () => _pool.ReturnAsync(database));
    }

    /// <summary>
    /// Creates a database with all tables and the test data, which stays until the end of the test run. Returns its connection string.
    /// </summary>
    public async Task<string> CreateDatabaseAsync() => ConnectionString(await _pool!.CreateAsync(Template));

    /// <summary>Creates a copy of a database that nobody is connected to. It stays until the end of the test run.</summary>
    internal async Task<string> CopyDatabaseAsync(string connectionString) =>
        ConnectionString(await _pool!.CreateAsync(new NpgsqlConnectionStringBuilder(connectionString).Database!));

    /// <summary>Creates an empty database, which stays until the end of the test run. Returns its connection string.</summary>
    public async Task<string> CreateEmptyDatabaseAsync() => ConnectionString(await _pool!.CreateAsync("template1"));

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var server in _servers.Values.SelectMany(servers => servers))
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
