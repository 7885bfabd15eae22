using System.Data.Common;
using Npgsql;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace Ivr.Server.Database;

/// <summary>The one door to PostgreSQL. What goes through it may be tried twice, so it must bear being done twice.</summary>
public sealed class Db(NpgsqlDataSource source, DatabaseBreaker breaker)
{
    // A time-out to connect and one for the command would add up to more than the 5 seconds that a webhook may take.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    // A connection from the pool may have died with its server; a new one tells whether the database is there. With several hosts
    // Npgsql takes one for gone for ten seconds once a connection to it broke, and one that was promoted for a standby: look anew.
    private readonly ResiliencePipeline _retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(IsBrokenConnection),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(100),
            OnRetry = _ =>
            {
                (source as NpgsqlMultiHostDataSource)?.ClearDatabaseStates();
                return ValueTask.CompletedTask;
            },
        })
        .Build();

    /// <summary>Runs work on a connection; once more when the connection turns out to be broken.</summary>
    /// <exception cref="NpgsqlException">The database is away, or refused.</exception>
    /// <exception cref="TimeoutException">The database took longer than a webhook can wait.</exception>
    /// <exception cref="BrokenCircuitException">The database is known to be away; nobody waited for it.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work) =>
        breaker.Pipeline.ExecuteAsync(async cancellation => await TryAsync(work, cancellation).WaitAsync(Patience, cancellation)).AsTask();

    /// <summary>The same with the caller's own patience: once it is over no new attempt begins, and one that was sent is left alone.</summary>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken patience) =>
        breaker.Pipeline.ExecuteAsync(async cancellation => await TryAsync(work, cancellation), patience).AsTask();

    /// <summary>True for what a database that is away, too slow or unwilling throws.</summary>
    public static bool IsFault(Exception exception) => exception is DbException or TimeoutException or BrokenCircuitException;

    private Task<T> TryAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken patience) =>
        _retry.ExecuteAsync(
            async cancellation =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                cancellation.ThrowIfCancellationRequested();
                return await work(connection);
            },
            patience).AsTask();

    /// <summary>True when another connection may work.</summary>
    internal static bool IsBrokenConnection(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] } => true,
        PostgresException => false,
        // None, or one for each host: of several hosts none takes writes, as far as Npgsql knows.
        _ => e.InnerException is null or AggregateException or IOException or System.Net.Sockets.SocketException,
    };
}
