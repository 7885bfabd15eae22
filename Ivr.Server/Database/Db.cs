using System.Data.Common;
using Npgsql;
using Polly.CircuitBreaker;

namespace Ivr.Server.Database;

/// <summary>The access of calls to PostgreSQL. Work may be tried twice, so it must be idempotent.</summary>
internal sealed class Db(NpgsqlDataSource source, DatabaseBreaker breaker)
{
    // The timeouts for connecting and for the command, with a retry, would add up to more than the 5 seconds that a webhook may take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly ConnectionRetry _retry = new(source);

    /// <summary>Runs work on a connection, and once more when the connection is broken.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    /// <exception cref="TimeoutException">The database took longer than a webhook can wait.</exception>
    /// <exception cref="BrokenCircuitException">The database is known to be unavailable; nobody waited for it.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work) =>
        breaker.Pipeline.ExecuteAsync(async cancellation => await _retry.RunAsync(work, cancellation).WaitAsync(Patience, cancellation)).AsTask();

    /// <summary>Same with the caller's own time limit. After it no new attempt begins, and an attempt that was sent continues.</summary>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken patience) =>
        breaker.Pipeline.ExecuteAsync(async cancellation => await _retry.RunAsync(work, cancellation), patience).AsTask();

    /// <summary>True for exceptions of a database that is not available, too slow, or refuses.</summary>
    public static bool IsFault(Exception exception) => exception is DbException or TimeoutException or BrokenCircuitException;
}
