using Dapper;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>A server's database, as other systems and a curious tester see it.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>What the connections are called that look.</summary>
    internal const string Looking = "looking";

    private readonly NpgsqlDataSource _looking;
    private readonly Func<ValueTask> _leave;
    private readonly Func<Task<bool>> _tryClear;

    // A test may break them, so there is no pool.
    private readonly Lazy<NpgsqlDataSource> _own;
    private bool _isLeft;
    private bool _isShut;

    /// <summary>A database that others see to.</summary>
    /// <param name="connectionString">How it is reached.</param>
    public TestDatabase(string connectionString)
        : this(connectionString, CreateLooking(connectionString), tryClear: () => Task.FromResult(false)) => _leave = _looking.DisposeAsync;

    /// <summary>A database that is given back.</summary>
    /// <param name="connectionString">How it is reached.</param>
    /// <param name="looking">Its owner's connections.</param>
    /// <param name="tryClear">Makes it as it was, while a server goes on with it; false if that cannot be.</param>
    /// <param name="giveBack">What is done once nobody needs it any more.</param>
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

    /// <summary>How it is reached.</summary>
    public string ConnectionString { get; }

    /// <summary>All that is on record, oldest first.</summary>
    public async Task<IReadOnlyList<FeedRow>> FeedAsync() =>
        await QueryAsync<FeedRow>("select * from prestation_feed order by recorded_at, entry_no");

    /// <summary>Any query.</summary>
    public Task<IReadOnlyList<T>> QueryAsync<T>(string sql) =>
        LookAsync<IReadOnlyList<T>>(async connection => [.. await connection.QueryAsync<T>(sql)]);

    /// <summary>A query for one value.</summary>
    public async Task<T> SingleAsync<T>(string sql) => (await QueryAsync<T>(sql)).Single();

    /// <summary>Any statement.</summary>
    public Task ExecuteAsync(string sql) => LookAsync(connection => connection.ExecuteAsync(sql));

    /// <summary>Makes it as it was, but for what the server that goes on with it needs.</summary>
    /// <returns>False if that cannot be: others see to it, or the test broke or changed more than rows.</returns>
    public async Task<bool> TryClearAsync() => !_isShut && await _tryClear();

    /// <summary>Looks with a connection that others look with too: it must be left as it was.</summary>
    public async Task<T> LookAsync<T>(Func<NpgsqlConnection, Task<T>> look)
    {
        await using var connection = await OpenAsync(_looking);
        return await look(connection);
    }

    /// <summary>A connection of the test's own.</summary>
    public async Task<NpgsqlConnection> OpenAsync() => await _own.Value.OpenConnectionAsync();

    /// <summary>Breaks every connection to the database, and lets nobody connect again.</summary>
    public async Task ShutAsync()
    {
        _isShut = true;
        await AlterAsync("allow_connections false");
        await FromElsewhereAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'");
    }

    /// <summary>Lets everybody connect again.</summary>
    public Task OpenAgainAsync() => AlterAsync("allow_connections true");

    /// <summary>Waits until a session waits for a lock.</summary>
    public Task WaitForWaitingSessionAsync()
    {
        const string sql = "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')";
        return Eventually.TrueAsync(() => SingleAsync<bool>(sql), "A session that waits for a lock");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_isLeft)
            return;
        _isLeft = true;
        if (_own.IsValueCreated)
            await _own.Value.DisposeAsync();
        await _leave();
    }

    /// <summary>Connections that look, and stay open.</summary>
    internal static NpgsqlDataSource CreateLooking(string connectionString) =>
        Create(new(connectionString) { ApplicationName = Looking });

    /// <summary>An open connection, whatever a test did to those that were open.</summary>
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

    // To ask for the types of a database takes PostgreSQL longer than most queries, and there are none but its own.
    private static NpgsqlDataSource Create(NpgsqlConnectionStringBuilder settings) =>
        new NpgsqlDataSourceBuilder(settings.ConnectionString).ConfigureTypeLoading(types => types.EnableTypeLoading(false)).Build();

    private string Name => new NpgsqlConnectionStringBuilder(ConnectionString).Database!;

    private Task AlterAsync(string setting) => FromElsewhereAsync($"alter database {Name} {setting}");

    // From another database, because this one may be shut.
    private async Task FromElsewhereAsync(string sql)
    {
        var postgres = new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres" };
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}

/// <summary>A row of <c>prestation_feed</c>.</summary>
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
