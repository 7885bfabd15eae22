using Dapper;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>A server's database, as other systems and a curious tester see it.</summary>
/// <param name="connectionString">How it is reached.</param>
/// <param name="giveBack">What is done once nobody needs it any more.</param>
public sealed class TestDatabase(string connectionString, Func<Task>? giveBack = null) : IAsyncDisposable
{
    private bool _isGivenBack;

    // No pool: a test may break connections, and then look.
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(
        new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });

    /// <summary>How it is reached.</summary>
    public string ConnectionString => connectionString;

    /// <summary>All that is on record, oldest first.</summary>
    public async Task<IReadOnlyList<FeedRow>> FeedAsync() =>
        await QueryAsync<FeedRow>("select * from prestation_feed order by recorded_at, entry_no");

    /// <summary>Any query.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<T>(sql)];
    }

    /// <summary>A query for one value.</summary>
    public async Task<T> SingleAsync<T>(string sql) => (await QueryAsync<T>(sql)).Single();

    /// <summary>Any statement.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }

    /// <summary>A connection of the test's own.</summary>
    public async Task<NpgsqlConnection> OpenAsync() => await _source.OpenConnectionAsync();

    /// <summary>Breaks every connection to the database, and lets nobody connect again.</summary>
    public async Task ShutAsync()
    {
        await AlterAsync("allow_connections false");
        await FromElsewhereAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{Name}'");
    }

    /// <summary>Lets everybody connect again.</summary>
    public Task OpenAgainAsync() => AlterAsync("allow_connections true");

    /// <summary>Waits until a session waits for a lock.</summary>
    public async Task WaitForWaitingSessionAsync()
    {
        const string sql = "select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')";
        var deadline = DateTime.UtcNow + TimeSpan.FromSeconds(10);
        while (!await SingleAsync<bool>(sql))
        {
            Assert.True(DateTime.UtcNow < deadline, "No session waits for a lock.");
            await Task.Delay(10);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _source.DisposeAsync();
        if (giveBack is null || _isGivenBack)
            return;
        _isGivenBack = true;
        await giveBack();
    }

    private string Name => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private Task AlterAsync(string setting) => FromElsewhereAsync($"alter database {Name} {setting}");

    // From another database, because this one may be shut.
    private async Task FromElsewhereAsync(string sql)
    {
        var postgres = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync();
        await connection.ExecuteAsync(sql);
    }
}

/// <summary>A row of <c>prestation_feed</c>.</summary>
public sealed record FeedRow
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
