using Dapper;
using Npgsql;

namespace Ivr.Server.People.Retention;

/// <summary>
/// Takes away what is too old, a batch at a time, each in a transaction of its own: calls hardly notice, and one that is broken off
/// has done a part of the work and no harm. Only one is at work on a database.
/// </summary>
internal sealed class Purge : IAsyncDisposable
{
    /// <summary>Rows that are locked at a time.</summary>
    public const int BatchSize = 1000;

    /// <summary>PostgreSQL's advisory lock that is held for as long as a purge is at work.</summary>
    public const long AdvisoryLock = 980_0800_355_31;

    // Counting reads whole tables; no webhook waits for it.
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

    /// <summary>Begins one.</summary>
    /// <returns>Null when another one is at work.</returns>
    public static async Task<Purge?> BeginAsync(NpgsqlDataSource source, RetentionOptions options, DateTimeOffset now)
    {
        var connection = await source.OpenConnectionAsync();
        if (await connection.ExecuteScalarAsync<bool>("select pg_try_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }))
            return new(connection, options, now);
        await connection.DisposeAsync();
        return null;
    }

    /// <summary>How many rows a rule is about now.</summary>
    public Task<long> CountAsync(RetentionRule rule) => _connection.ExecuteScalarAsync<long>(
        $"select count(*) from {rule.Table} where {rule.IsDue}", Parameters(rule), commandTimeout: Patience);

    /// <summary>Applies a rule to the next rows.</summary>
    /// <returns>How many they were; 0 when there are no more, but for some that a call holds right now.</returns>
    public Task<int> NextBatchAsync(RetentionRule rule)
    {
        var action = rule.Erase is null ? $"delete from {rule.Table}" : $"update {rule.Table} set {rule.Erase}";
        // A place is one in each partition of a table.
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

    /// <summary>Lets the next one begin.</summary>
    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private object Parameters(RetentionRule rule) => new { Before = rule.Before(_options, _now) };
}
