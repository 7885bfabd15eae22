using Npgsql;

namespace Ivr.Server.Embedded;

/// <summary>A private PostgreSQL: its own files, its own socket, nobody else's business.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string SuperUser = "ivr";

    private readonly PostgresPrograms _programs;
    private readonly PostgresUser _user;
    private readonly string _data;
    private readonly string _socket;

    private PostgresCluster(PostgresPrograms programs, PostgresUser user, string data, string socket)
    {
        _programs = programs;
        _user = user;
        _data = data;
        _socket = socket;
    }

    /// <summary>How to reach a database of the cluster.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = _socket,
        Username = SuperUser,
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
        var socket = Directory.CreateTempSubdirectory("ivr-").FullName;
        var cluster = new PostgresCluster(programs, user, data, socket);
        try
        {
            await cluster.StartAsync(settings);
            return cluster;
        }
        catch
        {
            Directory.Delete(socket);
            throw;
        }
    }

    private async Task StartAsync(IEnumerable<string> settings)
    {
        if (!await _user.OwnAsync(_data) || !await _user.OwnAsync(_socket))
            throw new EmbeddedPostgresException($"PostgreSQL's user cannot reach {_data}.");
        if (!File.Exists(Path.Combine(_data, "PG_VERSION")))
            await _user.MustAsync(_programs.InitDb, "-D", _data, "-U", SuperUser, "-A", "trust", "-E", "UTF8", "--no-locale");
        await StopAsync();

        string[] all = ["listen_addresses=", $"unix_socket_directories={_socket}", .. settings];
        var options = string.Join(' ', all.Select(setting => $"-c '{setting}'"));
        await _user.MustAsync(_programs.PgCtl, "-D", _data, "-w", "-l", Path.Combine(_data, "server.log"), "-o", options, "start");
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

    /// <summary>Stops the cluster, if it runs: also one that a killed server left behind.</summary>
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
