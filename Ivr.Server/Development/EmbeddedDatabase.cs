using System.Security.Cryptography;
using System.Text;

namespace Ivr.Server.Development;

/// <summary>The PostgreSQL that the server starts and stops itself in Development. Its data stays between runs.</summary>
internal sealed class EmbeddedDatabase : IAsyncDisposable
{
    /// <summary>The role that the server connects as. It can do what the server needs, after those rights were granted.</summary>
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

    /// <summary>The psql command line that opens the database.</summary>
    public string Psql => _cluster.Psql(Name);

    /// <summary>Connection string of the owner, who creates tables and imports data.</summary>
    public string OwnerConnection => _cluster.ConnectionString(Name);

    /// <summary>Connection string of the server's role.</summary>
    public string ServerConnection => _cluster.ConnectionString(Name, ServerRole);

    /// <summary>
    /// Starts the database in a folder. <paramref name="say"/> gets a message as each step begins. <paramref name="startsOver"/> deletes
    /// all data first.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The database cannot start; the message says why.</exception>
    public static async Task<EmbeddedDatabase> StartAsync(DataFolder folder, Action<string> say, bool startsOver = false)
    {
        folder.Create();
        var @lock = Lock(folder);
        try
        {
            return new(folder, @lock, await StartClusterAsync(folder, say, startsOver));
        }
        catch
        {
            await @lock.DisposeAsync();
            throw;
        }
    }

    private static async Task<PostgresCluster> StartClusterAsync(DataFolder folder, Action<string> say, bool startsOver)
    {
        var programs = await PostgresPrograms.FindOrInstallAsync(say);
        var wanted = folder.In("postgresql");
        if (startsOver)
        {
            say("Deleting the data ...");
            await PostgresCluster.DeleteAsync(programs, wanted, Elsewhere(folder));
            folder.RemoveJournal();
        }

        say("Starting PostgreSQL ...");
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

    // A checkout in the home folder of root is not accessible for the user that PostgreSQL runs as.
    private static string Elsewhere(DataFolder folder) =>
        $"/var/tmp/service-voucher-ivr-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(folder.Path)))[..12]}";
}
