using System.Data.Common;
using Npgsql;
using Polly.CircuitBreaker;

namespace Ivr.Server.Database;

/// <summary>The one door to PostgreSQL. What goes through it may be tried twice, so it must bear being done twice.</summary>
internal sealed class Db(NpgsqlDataSource source, DatabaseBreaker breaker)
{
    // A time-out to connect and one for the command would add up to more than the 5 seconds that a webhook may take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private readonly ConnectionRetry _retry = new(source);

    /// <summary>Runs work on a connection; once more when the connection turns out to be broken.</summary>
    /// <exception cref="NpgsqlException">The database is away, or refused.</exception>
    /// <exception cref="TimeoutException">The database took longer than a webhook can wait.</exception>
    /// <exception cref="BrokenCircuitException">The database is known to be away; nobody waited for it.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work) =>
        breaker.Pipeline.ExecuteAsync(async cancellation => await _retry.RunAsync(work, cancellation).WaitAsync(Patience, cancellation)).AsTask();

    /// <summary>The same with the caller's own patience: once it is over no new attempt begins, and one that was sent is left alone.</summary>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken patience) =>
        breaker.Pipeline.ExecuteAsync(async cancellation => await _retry.RunAsync(work, cancellation), patience).AsTask();

    /// <summary>True for what a database that is away, too slow or unwilling throws.</summary>
    public static bool IsFault(Exception exception) => exception is DbException or TimeoutException or BrokenCircuitException;
}
