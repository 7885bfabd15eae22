using System.Diagnostics;
using Dapper;
using Ivr.Bench.HighAvailability;
using Ivr.Server.Development;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>One PostgreSQL, and all faults that can be caused in it. It accepts connections only on its Unix socket.</summary>
internal sealed class PostgresNode : IAsyncDisposable
{
    public const string Database = "ivr";

    // The tests crash only processes, and that loses nothing that was written; only a power cut would. Replication reconnects at once, so
    // that a test need not wait for it.
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

    /// <summary>Connection string without a proxy.</summary>
    public string ConnectionString => _cluster.ConnectionString(Database);

    /// <summary>The Unix socket on which it listens.</summary>
    public string Socket => Path.Combine(SocketFolder, ".s.PGSQL.5432");

    private string SocketFolder => new NpgsqlConnectionStringBuilder(ConnectionString).Host!;

    private string Note => Path.Combine(_cluster.Folder, "postmaster.pid");

    /// <summary>Creates a PostgreSQL with an empty database and the server's role.</summary>
    public static async Task<PostgresNode> CreateAsync(PostgresPrograms programs, string folder)
    {
        var node = await StartAsync(programs, folder);
        await node._cluster.CreateDatabaseAsync(Database);
        await node._cluster.CreateRoleAsync(TestCluster.ServerRole);
        return node;
    }

    /// <summary>Starts the PostgreSQL whose files are in <paramref name="folder"/>.</summary>
    public static async Task<PostgresNode> StartAsync(PostgresPrograms programs, string folder) =>
        new(programs, await PostgresCluster.StartAsync(programs, folder, folder, Settings));

    /// <summary>Creates a standby of this PostgreSQL in <paramref name="folder"/>. Existing contents of the folder are deleted.</summary>
    public async Task<PostgresNode> FollowedInAsync(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        await MustAsync(
            BaseBackup(), "-h", SocketFolder, "-U", "ivr", "-D", folder, "-X", "stream", "-c", "fast", "-R");
        // PostgreSQL may run as another user than this process.
        await MustAsync("chown", "-R", $"--reference={_cluster.Folder}", folder);
        return await StartAsync(_programs, folder);
    }

    public async Task ExecuteAsync(params IEnumerable<string> statements)
    {
        await using var connection = await OpenAsync();
        foreach (var statement in statements)
            await connection.ExecuteAsync(statement);
    }

    /// <summary>Runs a query that returns one value.</summary>
    public async Task<T> SingleAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        return await connection.QuerySingleAsync<T>(sql);
    }

    /// <summary>Changes a setting for all sessions immediately, for example <c>default_transaction_read_only = on</c>.</summary>
    public Task SetAsync(string setting) => ExecuteAsync($"alter system set {setting}", "select pg_reload_conf()");

    /// <summary>Resets a setting to its default for all sessions.</summary>
    public Task ResetAsync(string setting) => ExecuteAsync($"alter system reset {setting}", "select pg_reload_conf()");

    /// <summary>Stops all its processes with SIGSTOP. Connections stay open, and requests get no response.</summary>
    public async Task FreezeAsync()
    {
        _isFrozen = true;
        var main = await MainProcessAsync();
        // The main process first, so that it starts no new processes meanwhile.
        await Signal.SendAsync("STOP", main);
        await Signal.SendAsync("STOP", await ChildrenAsync(main));
    }

    /// <summary>Continues all its processes with SIGCONT.</summary>
    public async Task ThawAsync()
    {
        var main = await MainProcessAsync();
        await Signal.SendAsync("CONT", [main, .. await ChildrenAsync(main)]);
        _isFrozen = false;
    }

    /// <summary>Stops it immediately with SIGQUIT. It recovers at the next start what is not on disk yet.</summary>
    public async Task EndAtOnceAsync()
    {
        if (_isFrozen)
            await ThawAsync();
        if (!File.Exists(Note))
            return;
        await Signal.SendAsync("QUIT", await MainProcessAsync());
        await Eventually.TrueAsync(() => !File.Exists(Note), "PostgreSQL's end");
    }

    /// <summary>Ends it in order, with a checkpoint. Its files stay.</summary>
    public ValueTask EndAsync() => _cluster.DisposeAsync();

    /// <summary>Starts it again with the same files.</summary>
    public Task StartAgainAsync() => _cluster.StartAgainAsync();

    public async ValueTask DisposeAsync()
    {
        await EndAtOnceAsync();
        await _cluster.DisposeAsync();
    }

    /// <summary>Opens a connection without a pool, because a test may break all other connections.</summary>
    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync();
        return connection;
    }

    private string BaseBackup() => Path.Combine(DatabaseMachine.ProgramsOf(_programs), "pg_basebackup");

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
