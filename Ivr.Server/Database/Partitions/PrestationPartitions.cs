using Dapper;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Ivr.Server.Database.Partitions;

/// <summary>
/// Creates the partition of each month's entries before the month begins. It works while calls are running: it gives up a lock that is not
/// free at once, lets the calls continue, and tries again.
/// </summary>
internal sealed class PrestationPartitions(NpgsqlDataSource source)
{
    /// <summary>Months ahead, unless the user asks for another number.</summary>
    public const int CustomaryMonths = 12;

    /// <summary>Maximum number of months ahead.</summary>
    public const int MaxMonths = 120;

    // In milliseconds. While this waits for a lock, calls wait behind it.
    private const int LongestWaitForLocks = 100;

    // No timeout: reading the default partition may take long, and no webhook waits for it.
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

    /// <summary>
    /// Creates the missing partitions: the month of <paramref name="from"/>, the given number of months after it, and the months of entries
    /// that are in the default partition. Returns the new partitions in order.
    /// </summary>
    /// <exception cref="PostgresException">
    /// Calls held the tables for half a minute. The partitions created until then stay, and the next run continues.
    /// </exception>
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

/// <summary>
/// A new partition. <c>Month</c> is the first day of its month. <c>Moved</c> is the number of entries moved to it from the default
/// partition.
/// </summary>
internal sealed record MadePartition(DateOnly Month, long Moved);
