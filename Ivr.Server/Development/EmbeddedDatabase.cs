using System.Security.Cryptography;
using System.Text;

namespace Ivr.Server.Development;

/// <summary>The database that comes with the server in Development: started with it, stopped with it, kept in between.</summary>
internal sealed class EmbeddedDatabase : IAsyncDisposable
{
    /// <summary>The role that the server connects as: it may do what the server needs, once that was granted.</summary>
    public const string ServerRole = "ivr_server";

    private const string Name = "ivr";

    private readonly DataFolder _folder;
    private readonly FileStream _lock;
    private readonly PostgresCluster _cluster;

    private EmbeddedDatabase(DataFolder folder, FileStream @lock, PostgresCluster cluster)
    {
        _folder = folder;
        _lock = @lock;
        _cluster = cluster;
    }

    /// <summary>The psql command that opens it.</summary>
    public string Psql => _cluster.Psql(Name);

    /// <summary>How its owner reaches it, who makes tables and imports.</summary>
    public string OwnerConnection => _cluster.ConnectionString(Name);

    /// <summary>How the server reaches it.</summary>
    public string ServerConnection => _cluster.ConnectionString(Name, ServerRole);

    /// <summary>Starts it.</summary>
    /// <param name="folder">Where it lives.</param>
    /// <param name="say">Told what is being done when it takes long.</param>
    /// <exception cref="EmbeddedPostgresException">It cannot be had; the message says why.</exception>
    public static async Task<EmbeddedDatabase> StartAsync(DataFolder folder, Action<string> say)
    {
        folder.Create();
        var @lock = Lock(folder);
        try
        {
            return new(folder, @lock, await StartClusterAsync(folder, say));
        }
        catch
        {
            await @lock.DisposeAsync();
            throw;
        }
    }

    private static async Task<PostgresCluster> StartClusterAsync(DataFolder folder, Action<string> say)
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(say);
        var wanted = folder.In("postgresql");
        var cluster = await PostgresCluster.StartAsync(programs, wanted, Elsewhere(folder));
        try
        {
            if (cluster.Folder != wanted)
                say($"PostgreSQL's files are in {cluster.Folder}: its user, who cannot be root, has no way into {folder.Path}.");
            await cluster.CreateDatabaseAsync(Name);
            await cluster.CreateRoleAsync(ServerRole);
            folder.NoteConnection(cluster.ConnectionString(Name));
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _folder.ForgetConnection();
        await _cluster.DisposeAsync();
        await _lock.DisposeAsync();
    }

    private static FileStream Lock(DataFolder folder)
    {
        try
        {
            return new(folder.In("lock"), FileMode.Create, FileAccess.Write, FileShare.None);
        }
        catch (IOException)
        {
            throw new EmbeddedPostgresException($"Another server runs on {folder.Path}: stop it first, or start this one in another folder.");
        }
    }

    // A checkout in root's own home is closed to the user that PostgreSQL runs as.
    private static string Elsewhere(DataFolder folder) =>
        $"/var/tmp/service-voucher-ivr-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Path)))[..12]}";
}
