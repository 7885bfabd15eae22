using Dapper;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Ivr.Server.Database.Partitions;

/// <summary>
/// Sees to it that the entries of each month have a partition of their own before the month comes. It works while calls do: it gives up a
/// lock that is not free at once, lets them by, and tries again.
/// </summary>
internal sealed class PrestationPartitions(NpgsqlDataSource source)
{
    /// <summary>Months ahead, unless somebody wants more.</summary>
    public const int CustomaryMonths = 12;

    /// <summary>Most months ahead.</summary>
    public const int MaxMonths = 120;

    // In milliseconds. While it waits, calls wait behind it.
    private const int LongestWaitForLocks = 100;

    // Reading what the net has caught takes as long as it does; no webhook waits for it.
    private const int Patience = 0;

    private readonly ResiliencePipeline _between = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<PostgresException>(IsHeldUp),
            MaxRetryAttempts = 100,
            Delay = TimeSpan.FromMilliseconds(300),
            UseJitter = true,
        })
        .Build();

    /// <summary>Makes what is missing: the month, those after it, and those of which the default partition has caught entries.</summary>
    /// <param name="from">A day in the first month.</param>
    /// <param name="months">How many months after it.</param>
    /// <returns>What was made now, in order.</returns>
    /// <exception cref="PostgresException">Calls held the tables for half a minute; what was made until then stays, and the next run goes on.</exception>
    public async Task<IReadOnlyList<MadePartition>> MakeAsync(DateOnly from, int months)
    {
        await using var connection = await source.OpenConnectionAsync();
        var first = new DateOnly(from.Year, from.Month, 1);
        var wanted = Enumerable.Range(0, months + 1).Select(first.AddMonths).Union(await CaughtAsync(connection)).Order();
        var made = new List<MadePartition>();
        foreach (var month in wanted)
        {
            if (await WhenFreeAsync<long?>(connection, "select add_prestation_partition(@month)", new { month }) is { } moved)
                made.Add(new(month, moved));
        }

        await WhenFreeAsync<object>(connection, "select validate_prestation_references()");
        return made;
    }

    private static Task<IEnumerable<DateOnly>> CaughtAsync(NpgsqlConnection connection) => connection.QueryAsync<DateOnly>(
        "select distinct date_trunc('month', service_date)::date from prestation_other", commandTimeout: Patience);

    private async Task<T?> WhenFreeAsync<T>(NpgsqlConnection connection, string sql, object? parameters = null) => await _between.ExecuteAsync(async _ =>
    {
        await using var transaction = await connection.BeginTransactionAsync(CancellationToken.None);
        await connection.ExecuteAsync($"set local lock_timeout = {LongestWaitForLocks}", transaction: transaction);
        var answer = await connection.ExecuteScalarAsync<T>(sql, parameters, transaction, commandTimeout: Patience);
        await transaction.CommitAsync(CancellationToken.None);
        return answer;
    });

    private static bool IsHeldUp(PostgresException e) => e.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected;
}

/// <summary>A partition that was made.</summary>
/// <param name="Month">The first day of its month.</param>
/// <param name="Moved">Entries of that month that the default partition had caught, and that are there now.</param>
internal sealed record MadePartition(DateOnly Month, long Moved);
