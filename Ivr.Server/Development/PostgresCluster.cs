using Npgsql;

namespace Ivr.Server.Development;

/// <summary>A private PostgreSQL cluster with its own files and its own Unix socket. It does not listen on TCP.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string SuperUser = "ivr";
    private const string SocketPrefix = "ivr-";

    private readonly PostgresPrograms _programs;
    private readonly PostgresUser _user;
    private readonly string _data;
    private readonly string _socket;
    private readonly IReadOnlyList<string> _settings;

    private PostgresCluster(PostgresPrograms programs, PostgresUser user, string data, string socket, IReadOnlyList<string> settings)
    {
        _programs = programs;
        _user = user;
        _data = data;
        _socket = socket;
        _settings = settings;
    }

    /// <summary>The folder of its files: the wanted folder, or the fallback.</summary>
    public string Folder => _data;

    /// <summary>Connection string for a database of the cluster. The default role is the superuser, who owns everything.</summary>
    public string ConnectionString(string database, string role = SuperUser) => new NpgsqlConnectionStringBuilder
    {
        Host = _socket,
        Username = role,
        Database = database,
    }.ConnectionString;

    /// <summary>The psql command line that opens a database of the cluster.</summary>
    public string Psql(string database) => $"psql -h {_socket} -U {SuperUser} {database}";

    /// <summary>
    /// Starts the cluster, and creates it when it is new. PostgreSQL's user must be able to reach <paramref name="folder"/>; otherwise the
    /// files go to <paramref name="fallback"/>. The settings have the form <c>name=value</c>.
    /// </summary>
    /// <exception cref="EmbeddedPostgresException">The cluster does not start; the message says why.</exception>
    public static async Task<PostgresCluster> StartAsync(
        PostgresPrograms programs, string folder, string fallback, params IEnumerable<string> settings)
    {
        var user = await PostgresUser.ChooseAsync();
        var data = await user.OwnAsync(folder) ? folder : fallback;
        // The path of a Unix socket has at most 107 bytes, so the socket is not in the folder of the files.
        var socket = Directory.CreateTempSubdirectory(SocketPrefix).FullName;
        var cluster = new PostgresCluster(programs, user, data, socket, [.. settings]);
        try
        {
            await cluster.MakeAsync();
            await cluster.StopAbandonedAsync();
            await cluster.StartAgainAsync();
            return cluster;
        }
        catch
        {
            Directory.Delete(socket, recursive: true);
            throw;
        }
    }

    /// <summary>Deletes the files of a cluster that <see cref="StartAsync"/> made. Does nothing when there are none.</summary>
    public static async Task DeleteAsync(PostgresPrograms programs, string folder, string fallback)
    {
        var user = await PostgresUser.ChooseAsync();
        foreach (var data in new[] { folder, fallback }.Where(data => File.Exists(Path.Combine(data, "PG_VERSION"))))
        {
            await new PostgresCluster(programs, user, data, socket: "", []).StopAbandonedAsync();
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Starts the cluster again after <see cref="StopAsync"/>. Its connection strings stay the same.</summary>
    public async Task StartAgainAsync()
    {
        string[] all = ["listen_addresses=", $"unix_socket_directories={_socket}", .. _settings];
        var options = string.Join(' ', all.Select(setting => $"-c '{setting}'"));
        var log = Path.Combine(_data, "server.log");
        var (exitCode, output) = await _user.RunAsync(_programs.PgCtl, "-D", _data, "-w", "-l", log, "-o", options, "start");
        if (exitCode != 0)
        {
            // pg_ctl only says which log file has the reason.
            var why = File.Exists(log) ? (await File.ReadAllLinesAsync(log)).LastOrDefault() : null;
            throw new EmbeddedPostgresException($"PostgreSQL does not start: {why ?? output} ({log})");
        }
    }

    private async Task MakeAsync()
    {
        if (!await _user.OwnAsync(_data) || !await _user.OwnAsync(_socket))
            throw new EmbeddedPostgresException($"PostgreSQL's user cannot reach {_data}.");
        if (File.Exists(Path.Combine(_data, "PG_VERSION")))
            return;
        if (Directory.EnumerateFileSystemEntries(_data).Any())
            throw new EmbeddedPostgresException($"{_data} holds something else than PostgreSQL's files: move it away.");

        // initdb writes to a folder beside the final one, which is moved as a whole. So an interrupted initdb is never taken for a cluster.
        var half = $"{_data}.new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        await _user.OwnAsync(half);
        await _user.MustAsync(_programs.InitDb, "--no-sync", "-D", half, "-U", SuperUser, "-A", "trust", "-E", "UTF8", "--no-locale");
        Directory.Delete(_data);
        Directory.Move(half, _data);
    }

    /// <summary>Creates a database. Does nothing when it exists.</summary>
    public async Task CreateDatabaseAsync(string database, string template = "template1")
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var exists = source.CreateCommand("select exists (select from pg_database where datname = $1)");
        exists.Parameters.Add(new() { Value = database });
        if (await exists.ExecuteScalarAsync() is true)
            return;
        await using var create = source.CreateCommand($"create database {database} template {template}");
        await create.ExecuteNonQueryAsync();
    }

    /// <summary>Creates a role that can log in and has no other rights. Does nothing when it exists.</summary>
    public async Task CreateRoleAsync(string role)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var exists = source.CreateCommand("select exists (select from pg_roles where rolname = $1)");
        exists.Parameters.Add(new() { Value = role });
        if (await exists.ExecuteScalarAsync() is true)
            return;
        await using var create = source.CreateCommand($"create role {role} login");
        await create.ExecuteNonQueryAsync();
    }

    // A killed server leaves PostgreSQL running, with a socket folder that no other process knows.
    private async Task StopAbandonedAsync()
    {
        const int socketLine = 4;
        var note = Path.Combine(_data, "postmaster.pid");
        var socket = File.Exists(note) ? (await File.ReadAllLinesAsync(note)).ElementAtOrDefault(socketLine) : null;
        await StopAsync();
        if (Directory.Exists(socket) && Path.GetFileName(socket).StartsWith(SocketPrefix, StringComparison.Ordinal)
            && !Directory.EnumerateFileSystemEntries(socket).Any())
        {
            Directory.Delete(socket);
        }
    }

    /// <summary>Stops the cluster. Does nothing when it does not run.</summary>
    public async Task StopAsync()
    {
        if ((await _user.RunAsync(_programs.PgCtl, "-D", _data, "status")).ExitCode == 0)
            await _user.MustAsync(_programs.PgCtl, "-D", _data, "-w", "-m", "fast", "stop");
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_socket, recursive: true);
    }
}
