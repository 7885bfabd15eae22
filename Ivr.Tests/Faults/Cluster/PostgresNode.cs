using System.Diagnostics;
using Dapper;
using Ivr.Server.Development;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>One PostgreSQL, with all that can befall it. It can be reached by its socket alone.</summary>
internal sealed class PostgresNode : IAsyncDisposable
{
    /// <summary>The one database.</summary>
    public const string Database = "ivr";

    // A crash of processes, which is what is tried here, loses nothing that was written; only a power cut would.
    // Replication comes back at once, so that a test need not wait for it.
    private static readonly string[] Settings =
    [
        "fsync=off", "full_page_writes=off", "max_connections=60", "wal_keep_size=256MB", "wal_retrieve_retry_interval=100ms",
    ];

    private readonly PostgresPrograms _programs;
    private readonly PostgresCluster _cluster;
    private bool _isFrozen;

    private PostgresNode(PostgresPrograms programs, PostgresCluster cluster)
    {
        _programs = programs;
        _cluster = cluster;
    }

    /// <summary>How it is reached without a way around.</summary>
    public string ConnectionString => _cluster.ConnectionString(Database);

    /// <summary>The Unix socket that it listens on.</summary>
    public string Socket => Path.Combine(SocketFolder, ".s.PGSQL.5432");

    private string SocketFolder => new NpgsqlConnectionStringBuilder(ConnectionString).Host!;

    private string Note => Path.Combine(_cluster.Folder, "postmaster.pid");

    /// <summary>Makes a new one, with an empty database.</summary>
    public static async Task<PostgresNode> CreateAsync(PostgresPrograms programs, string folder)
    {
        var node = await StartAsync(programs, folder);
        await node._cluster.CreateDatabaseAsync(Database);
        await node._cluster.CreateRoleAsync(TestCluster.ServerRole);
        return node;
    }

    /// <summary>Makes another one that follows this one.</summary>
    /// <param name="folder">Where its files go; what is there is thrown away.</param>
    public async Task<PostgresNode> FollowedInAsync(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await MustAsync(
            BaseBackup(), "-h", SocketFolder, "-U", "ivr", "-D", folder, "-X", "stream", "-c", "fast", "-R");
        // PostgreSQL's own user may be another than this one.
        await MustAsync("chown", "-R", $"--reference={_cluster.Folder}", folder);
        return await StartAsync(_programs, folder);
    }

    /// <summary>Runs a statement.</summary>
    public async Task ExecuteAsync(params IEnumerable<string> statements)
    {
        await using var connection = await OpenAsync();
        foreach (var statement in statements)
            await connection.ExecuteAsync(statement);
    }

    /// <summary>A query for one value.</summary>
    public async Task<T> SingleAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        return await connection.QuerySingleAsync<T>(sql);
    }

    /// <summary>Changes a setting for all sessions, at once.</summary>
    /// <param name="setting">For example <c>default_transaction_read_only = on</c>.</param>
    public Task SetAsync(string setting) => ExecuteAsync($"alter system set {setting}", "select pg_reload_conf()");

    /// <summary>Takes a setting back.</summary>
    public Task ResetAsync(string setting) => ExecuteAsync($"alter system reset {setting}", "select pg_reload_conf()");

    /// <summary>Stops all its processes where they stand; whoever asks gets no answer.</summary>
    public async Task FreezeAsync()
    {
        _isFrozen = true;
        var main = await MainProcessAsync();
        // The first one first, so that it starts no others meanwhile.
        await Signal.SendAsync("STOP", main);
        await Signal.SendAsync("STOP", await ChildrenAsync(main));
    }

    /// <summary>Lets all its processes go on.</summary>
    public async Task ThawAsync()
    {
        var main = await MainProcessAsync();
        await Signal.SendAsync("CONT", [main, .. await ChildrenAsync(main)]);
        _isFrozen = false;
    }

    /// <summary>Ends it without a word to anybody: what is not on disk yet has to be recovered at the next start.</summary>
    public async Task EndAtOnceAsync()
    {
        if (_isFrozen)
            await ThawAsync();
        if (!File.Exists(Note))
            return;
        await Signal.SendAsync("QUIT", await MainProcessAsync());
        await Eventually.TrueAsync(() => !File.Exists(Note), "PostgreSQL's end");
    }

    /// <summary>Starts it again where it was.</summary>
    public Task StartAgainAsync() => _cluster.StartAgainAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAtOnceAsync();
        await _cluster.DisposeAsync();
    }

    private static async Task<PostgresNode> StartAsync(PostgresPrograms programs, string folder) =>
        new(programs, await PostgresCluster.StartAsync(programs, folder, folder, Settings));

    /// <summary>A connection that is in no pool: a test may break all others.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    // Beside the others, wherever links to those may be.
    private string BaseBackup() => Path.Combine(
        Path.GetDirectoryName(File.ResolveLinkTarget(_programs.PgCtl, returnFinalTarget: true)?.FullName ?? _programs.PgCtl)!, "pg_basebackup");

    private async Task<int> MainProcessAsync() => int.Parse((await File.ReadAllLinesAsync(Note))[0]);

    private static async Task<IEnumerable<int>> ChildrenAsync(int main) =>
        (await File.ReadAllTextAsync($"/proc/{main}/task/{main}/children"))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(int.Parse);

    private static async Task MustAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) 
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program}: {errors}");
    }
}
