using System.Net.Sockets;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Ivr.Server.Database;

/// <summary>
/// Runs work on a connection of a pool, and once more after 100 ms when the connection is broken. So the work must be idempotent.
/// </summary>
internal sealed class ConnectionRetry(NpgsqlDataSource source)
{
    // A pooled connection may have died with its server. A new connection shows whether the database is available. With several hosts,
    // Npgsql considers a host down for ten seconds after a connection to it broke, and a promoted host still a standby. So the retry clears
    // these states.
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
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

    /// <summary>
    /// Opens a connection, runs the work and returns the connection to the pool. After <paramref name="patience"/> is cancelled, no new
    /// attempt begins, and an attempt that was sent continues.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, refused, or no connection was free in time.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work, CancellationToken patience = default) =>
        _pipeline.ExecuteAsync(
            static async (attempt, cancellation) =>
            {
                await using var connection = await attempt.source.OpenConnectionAsync(cancellation);
                cancellation.ThrowIfCancellationRequested();
                return await attempt.work(connection);
            },
            (source, work),
            patience).AsTask();

    /// <summary>
    /// Opens a connection and runs <paramref name="first"/> on it, so that a broken connection is replaced. <paramref name="first"/> must
    /// be idempotent.
    /// </summary>
    /// <exception cref="NpgsqlException">The database is not available, refused, or no connection was free in time.</exception>
    public Task<NpgsqlConnection> OpenAsync(Func<NpgsqlConnection, Task> first, CancellationToken cancellation) =>
        _pipeline.ExecuteAsync(
            static async (attempt, cancellation) =>
            {
                var connection = await attempt.source.OpenConnectionAsync(cancellation);
                try
                {
                    await attempt.first(connection);
                    return connection;
                }
                catch
                {
                    await connection.DisposeAsync();
                    throw;
                }
            },
            (source, first),
            cancellation).AsTask();

    // True when another connection may work.
    private static bool IsBrokenConnection(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] } => true,
        PostgresException => false,
        // No inner exception, or one for each host: with several hosts, none takes writes as far as Npgsql knows.
        _ => e.InnerException is null or AggregateException or IOException or SocketException,
    };
}
