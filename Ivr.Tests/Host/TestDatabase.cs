using Dapper;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>A server's database, as other systems and tests see it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>The application name of connections that only look at the database.</summary>
    internal const string Looking = "looking";

    private readonly NpgsqlDataSource _looking;
    private readonly Func<ValueTask> _leave;
    private readonly Func<Task<bool>> _tryClear;

    // No pool, because a test may break these connections.
    private readonly Lazy<NpgsqlDataSource> _own;
    private bool _isLeft;
    private bool _isShut;

    /// <summary>A database that is not part of the pool.</summary>
    public TestDatabase(string connectionString)
        : this(connectionString, CreateLooking(connectionString), tryClear: () => Task.FromResult(false)) => _leave = _looking.DisposeAsync;

    /// <summary>A database that is returned to the pool.</summary>
    /// <param name="connectionString">Its connection string.</param>
    /// <param name="looking">Connections of the database's owner.</param>
    /// <param name="tryClear">Restores the original contents while a server uses the database. Returns false if that is impossible.</param>
    /// <param name="giveBack">Returns the database to the pool.</param>
    internal TestDatabase(string connectionString, NpgsqlDataSource looking, Func<Task<bool>> tryClear, Func<Task> giveBack)
        : this(connectionString, looking, tryClear) => _leave = () => new(giveBack());

    private TestDatabase(string connectionString, NpgsqlDataSource looking, Func<Task<bool>> tryClear)
    {
        ConnectionString = connectionString;
        _own = new(() => Create(new(connectionString) { Pooling = false }));
        _looking = looking;
        _tryClear = tryClear;
        _leave = () => default;
    }

    public string ConnectionString { get; }

    /// <summary>Connections of the database's owner, which stay open between tests.</summary>
    public NpgsqlDataSource Source => _looking;

    /// <summary>All recorded prestations, oldest first.</summary>
    public async Task<IReadOnlyList<FeedRow>> FeedAsync() =>
        await QueryAsync<FeedRow>("select * from prestation_feed order by recorded_at, entry_no");

    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql) =>
        LookAsync<IReadOnlyList<T>>(async connection => [.. await connection.QueryAsync<T>(sql)]);

    /// <summary>Runs a query that returns one value.</summary>
    public async Task<T> SingleAsync<T>(string sql) => (await QueryAsync<T>(sql)).Single();

    public Task ExecuteAsync(string sql) => LookAsync(connection => connection.ExecuteAsync(sql));

    /// <summary>
    /// Restores the original contents, but keeps the rows that the running server needs. Returns false if that is impossible: the database
    /// is not part of a pool, or the test broke it or changed more than rows.
    /// </summary>
    public async Task<bool> TryClearAsync() => !_isShut && await _tryClear();

    /// <summary>Runs a function with a shared connection. The function must leave the connection unchanged.</summary>
    public async Task<T> LookAsync<T>(Func<NpgsqlConnection, Task<T>> look)
    {
        await using var connection = await OpenAsync(_looking);
        return await look(connection);
    }

    /// <summary>Opens a connection that only the test uses.</summary>
    public async Task<NpgsqlConnection> OpenAsync() => await _own.Value.OpenConnectionAsync();

    /// <summary>Terminates all connections to the database and refuses new ones.</summary>
    public async Task ShutAsync()
    {
        _isShut = true;
        await AlterAsync("allow_connections false");
        await FromElsewhereAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'");
    }

    /// <summary>Accepts connections again.</summary>
    public Task OpenAgainAsync() => AlterAsync("allow_connections true");

    /// <summary>Waits until a session waits for a lock.</summary>
    public Task WaitForWaitingSessionAsync()
    {
        const string sql = "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')";
        return Eventually.TrueAsync(() => SingleAsync<bool>(sql), "A session that waits for a lock");
    }

    /// <summary>Waits until a session sleeps in <c>pg_sleep</c>.</summary>
    public Task WaitForSleepersAsync()
    {
        const string sql = "select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')";
        return Eventually.TrueAsync(() => SingleAsync<bool>(sql), "A session that sleeps");
    }

    public async ValueTask DisposeAsync()
    {
        if (_isLeft)
            return;
        _isLeft = true;
        if (_own.IsValueCreated)
            await _own.Value.DisposeAsync();
        await _leave();
    }

    /// <summary>Makes a source of shared connections, which stay open. Nobody leaves session state behind, so nothing is reset.</summary>
    internal static NpgsqlDataSource CreateLooking(string connectionString) =>
        Create(new(connectionString) { ApplicationName = Looking, NoResetOnClose = true });

    /// <summary>Opens a connection that works, even if a test broke the open ones.</summary>
    internal static async Task<NpgsqlConnection> OpenAsync(NpgsqlDataSource source)
    {
        var connection = await source.OpenConnectionAsync();
        try
        {
            await connection.ExecuteAsync("select 1");
            return connection;
        }
        catch (NpgsqlException e) when (e.SqlState == PostgresErrorCodes.AdminShutdown || e.InnerException is IOException)
        {
            await connection.DisposeAsync();
            source.Clear();
            return await source.OpenConnectionAsync();
        }
    }

    // Loading the types of a database takes PostgreSQL longer than most queries, and the database has no types of its own.
    private static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlDataSourceBuilder(settings.ConnectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    private string Name => new NpgsqlConnectionStringBuilder(ConnectionString).Database!;

    private Task AlterAsync(string setting) => FromElsewhereAsync($"alter database {Name} {setting}");

    // Connects to another database, because this one may refuse connections.
    private async Task FromElsewhereAsync(string sql)
    {
        var postgres = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres" };
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}

internal sealed record FeedRow
{
    public string Reference { get; init; } = "";

    public string CompanyCode { get; init; } = "";

    public string WorkerLogin { get; init; } = "";

    public string UserNumber { get; init; } = "";

    public string Region { get; init; } = "";

    public int Activity { get; init; }

    public int Hours { get; init; }

    public DateOnly ServiceDate { get; init; }

    public DateTime RecordedAt { get; init; }

    public string Line { get; init; } = "";

    public string Dialled { get; init; } = "";

    public string Caller { get; init; } = "";

    public string CallSid { get; init; } = "";

    public int EntryNo { get; init; }

    public bool PossibleDuplicate { get; init; }
}
