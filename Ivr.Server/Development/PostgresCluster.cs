using Npgsql;

namespace Ivr.Server.Development;

/// <summary>A private PostgreSQL: its own files, its own socket, nobody else's business.</summary>
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

    /// <summary>Where its files are.</summary>
    public string Folder => _data;

    /// <summary>How to reach a database of the cluster.</summary>
    /// <param name="database">The database.</param>
    /// <param name="role">As whom; the superuser, who owns all, unless said otherwise.</param>
    public string ConnectionString(string database, string role = SuperUser) => new NpgsqlConnectionStringBuilder
    {
        Host = _socket,
        Username = role,
        Database = database,
    }.ConnectionString;

    /// <summary>The psql command that opens a database of the cluster.</summary>
    public string Psql(string database) => $"psql -h {_socket} -U {SuperUser} {database}";

    /// <summary>Starts the cluster; makes it first when it is new.</summary>
    /// <param name="programs">PostgreSQL's programs.</param>
    /// <param name="folder">Where its files are; PostgreSQL's own user must be able to reach it.</param>
    /// <param name="fallback">Where they go when PostgreSQL's user cannot reach <paramref name="folder"/>.</param>
    /// <param name="settings">PostgreSQL settings, <c>name=value</c>.</param>
    /// <exception cref="EmbeddedPostgresException">It does not start; the message says why.</exception>
    public static async Task<PostgresCluster> StartAsync(
        PostgresPrograms programs, string folder, string fallback, params IEnumerable<string> settings)
    {
        var user = await PostgresUser.ChooseAsync();
        var data = await user.OwnAsync(folder) ? folder : fallback;
        // A socket's path is at most 107 bytes, so it cannot be beside the files.
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

    /// <summary>Starts the cluster after <see cref="StopAsync"/>; it is reached as before.</summary>
    public async Task StartAgainAsync()
    {
        string[] all = ["listen_addresses=", $"unix_socket_directories={_socket}", .. _settings];
        var options = string.Join(' ', all.Select(setting => $"-c '{setting}'"));
        var log = Path.Combine(_data, "server.log");
        var (exitCode, output) = await _user.RunAsync(_programs.PgCtl, "-D", _data, "-w", "-l", log, "-o", options, "start");
        if (exitCode != 0)
        {
            // pg_ctl only says where to look.
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

        // Made beside its place and moved there whole, so that one that was interrupted is never taken for a cluster.
        var half = $"{_data}.new";
        if (Directory.Exists(half))
            Directory.Delete(half, recursive: true);
        await _user.OwnAsync(half);
        await _user.MustAsync(_programs.InitDb, "-D", half, "-U", SuperUser, "-A", "trust", "-E", "UTF8", "--no-locale");
        Directory.Delete(_data);
        Directory.Move(half, _data);
    }

    /// <summary>Makes a database unless it is there.</summary>
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

    /// <summary>Makes a role that may log in, and nothing else, unless it is there.</summary>
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

    // A server that was killed leaves PostgreSQL behind, with a socket that nobody knows any more.
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

    /// <summary>Stops the cluster, if it runs.</summary>
    public async Task StopAsync()
    {
        if ((await _user.RunAsync(_programs.PgCtl, "-D", _data, "status")).ExitCode == 0)
            await _user.MustAsync(_programs.PgCtl, "-D", _data, "-w", "-m", "fast", "stop");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_socket, recursive: true);
    }
}
