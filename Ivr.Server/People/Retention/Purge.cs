using Dapper;
using Npgsql;

namespace Ivr.Server.People.Retention;

/// <summary>
/// Deletes or erases data after its retention period, in batches with one transaction each. Calls hardly notice it, and an interrupted
/// purge has done a part of the work without harm. Only one purge runs on a database.
/// </summary>
internal sealed class Purge : IAsyncDisposable
{
    /// <summary>Rows that are locked at a time.</summary>
    public const int BatchSize = 1000;

    /// <summary>Key of the PostgreSQL advisory lock that a purge holds while it runs.</summary>
    public const long AdvisoryLock = 980_0800_355_31;

    // No timeout: counting reads whole tables, and no webhook waits for it.
    private const int Patience = 0;

    private readonly NpgsqlConnection _connection;
    private readonly RetentionOptions _options;
    private readonly DateTimeOffset _now;

    private Purge(NpgsqlConnection connection, RetentionOptions options, DateTimeOffset now)
    {
        _connection = connection;
        _options = options;
        _now = now;
    }

    /// <summary>Begins a purge. Returns null when another purge runs.</summary>
    public static async Task<Purge?> BeginAsync(NpgsqlDataSource source, RetentionOptions options, DateTimeOffset now)
    {
        var connection = await source.OpenConnectionAsync();
        if (await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }))
            return new(connection, options, now);
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>Number of rows to which a rule applies now.</summary>
    public Task<long> CountAsync(RetentionRule rule) => _connection.ExecuteScalarAsync<long>(
        $"select count(*) from {rule.Table} where {rule.IsDue}", Parameters(rule), commandTimeout: Patience);

    /// <summary>
    /// Applies a rule to the next rows and returns their number. 0 means that no rows are left, except rows that calls have locked.
    /// </summary>
    public Task<int> NextBatchAsync(RetentionRule rule)
    {
        var action = rule.Erase is null ? $"delete from {rule.Table}" : $"update {rule.Table} set {rule.Erase}";
        // A ctid is unique within one partition only, so the partition is compared too.
        return _connection.ExecuteAsync(
            $"""
            with due as materialized (
                select tableoid as part, ctid as place from {rule.Table} where {rule.IsDue}
                limit {BatchSize} for {(rule.Erase is null ? "" : "no key ")}update skip locked
            )
            {action}
            where ctid = any (array(select place from due)) and (tableoid, ctid) in (select part, place from due)
            """,
            Parameters(rule),
            commandTimeout: Patience);
    }

    /// <summary>Releases the lock, so that the next purge can begin.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private object Parameters(RetentionRule rule) => new { Before = rule.Before(_options, _now) };
}
