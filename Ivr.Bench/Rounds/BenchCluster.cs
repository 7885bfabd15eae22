using Dapper;
using Ivr.Server.Development;
using Npgsql;

namespace Ivr.Bench.Rounds;

/// <summary>
/// A PostgreSQL for the benchmark only, deleted at its end. It has PostgreSQL's default settings: each COMMIT waits for the disk, as in
/// production, unless the folder of temporary files is in memory.
/// </summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly PostgresCluster _cluster;
    private int _databases;

    private BenchCluster(string folder, PostgresCluster cluster) => (_folder, _cluster) = (folder, cluster);

    /// <summary>The id of the parent of all its processes.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(_cluster.Folder, "postmaster.pid")).First());

    /// <summary>Starts PostgreSQL. <paramref name="say"/> receives messages about progress.</summary>
    /// <exception cref="BenchException">PostgreSQL cannot be installed or started.</exception>
    public static async Task<BenchCluster> StartAsync(Action<string> say)
    {
        var folder = Directory.CreateTempSubdirectory("ivr-bench-").FullName;
        try
        {
            return new(folder, await PostgresCluster.StartAsync(await PostgresPrograms.FindOrInstallAsync(say), folder, folder, "max_connections=500"));
        }
        catch (EmbeddedPostgresException failed)
        {
            Directory.Delete(folder, recursive: true);
            throw new BenchException(failed.Message);
        }
    }

    /// <summary>Creates an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = NextName();
        await _cluster.CreateDatabaseAsync(name);
        return _cluster.ConnectionString(name);
    }

    /// <summary>Copies a database. No session may be connected to it.</summary>
    /// <returns>The connection string of the copy.</returns>
    public async Task<string> CopyDatabaseAsync(string database)
    {
        var name = NextName();
        await _cluster.CreateDatabaseAsync(name, new NpgsqlConnectionStringBuilder(database).Database!);
        return _cluster.ConnectionString(name);
    }

    /// <summary>
    /// Drops databases, even when sessions are connected to them. <paramref name="databases"/> are their connection strings.
    /// </summary>
    public async Task DropDatabasesAsync(IEnumerable<string> databases)
    {
        await using var source = NpgsqlDataSource.Create(_cluster.ConnectionString("postgres"));
        foreach (var database in databases)
        {
            await using var drop = source.CreateCommand($"drop database {new NpgsqlConnectionStringBuilder(database).Database} with (force)");
            drop.CommandTimeout = 0;
            await drop.ExecuteNonQueryAsync();
        }
    }

    /// <summary>
    /// Makes PostgreSQL run vacuum, statistics and a checkpoint now, so that it does not run them during a measurement.
    /// <paramref name="database"/> is the connection string of the database that was filled.
    /// </summary>
    public static async Task SettleAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("vacuum (analyze)", commandTimeout: 0);
        await connection.ExecuteAsync("checkpoint;", commandTimeout: 0);
    }

    private string NextName() => $"bench_{Interlocked.Increment(ref _databases)}";

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
