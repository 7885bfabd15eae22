using Dapper;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>A server's database, as other systems and a curious tester see it.</summary>
public sealed class TestDatabase(string connectionString) : IAsyncDisposable
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

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

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _source.DisposeAsync();
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
