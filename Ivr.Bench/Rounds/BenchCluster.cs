using Dapper;
using Ivr.Server.Development;
using Npgsql;

namespace Ivr.Bench.Rounds;

/// <summary>
/// A PostgreSQL of the benchmark's own, thrown away at its end. Its settings are PostgreSQL's defaults: each COMMIT waits for the disk, as
/// in service, unless the folder of temporary files is in memory.
/// </summary>
internal sealed class BenchCluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly PostgresCluster _cluster;
    private int _databases;

    private BenchCluster(string folder, PostgresCluster cluster) => (_folder, _cluster) = (folder, cluster);

    /// <summary>The parent of all its processes.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(_cluster.Folder, "postmaster.pid")).First());

    /// <summary>Starts it.</summary>
    /// <param name="say">Told what takes long.</param>
    /// <exception cref="BenchException">It cannot be had.</exception>
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

    /// <summary>Makes an empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = NextName();
        await _cluster.CreateDatabaseAsync(name);
        return _cluster.ConnectionString(name);
    }

    /// <summary>Makes a database that holds what another one does, to which nobody may be connected.</summary>
    /// <param name="database">The other one's connection string.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CopyDatabaseAsync(string database)
    {
        var name = NextName();
        await _cluster.CreateDatabaseAsync(name, new NpgsqlConnectionStringBuilder(database).Database!);
        return _cluster.ConnectionString(name);
    }

    /// <summary>Drops databases, however many are connected to them.</summary>
    /// <param name="databases">Their connection strings.</param>
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

    /// <summary>Has PostgreSQL do now what it would do by itself in the middle of a measurement: vacuum, statistics, a checkpoint.</summary>
    /// <param name="database">The connection string of the database that was filled.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task SettleAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        await connection.ExecuteAsync("vacuum (analyze)", commandTimeout: 0);
        await connection.ExecuteAsync("checkpoint;", commandTimeout: 0);
    }

    private string NextName() => $"bench_{Interlocked.Increment(ref _databases)}";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
