using Ivr.Server.Embedded;

namespace Ivr.Bench;

/// <summary>
/// A PostgreSQL of the benchmark's own, thrown away at its end. Its settings are PostgreSQL's defaults: each COMMIT waits for the disk, as
/// in service.
/// </summary>
public sealed class BenchCluster : IAsyncDisposable
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
        var name = $"bench_{Interlocked.Increment(ref _databases)}";
        await _cluster.CreateDatabaseAsync(name);
        return _cluster.ConnectionString(name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
