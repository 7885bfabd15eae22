using System.Net.Sockets;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Ivr.Server.Database;

/// <summary>
/// Runs work on a connection of a pool, once more after 100 ms when the connection turns out to be broken. So the work must bear being
/// done twice.
/// </summary>
internal sealed class ConnectionRetry(NpgsqlDataSource source)
{
    // A connection from the pool may have died with its server; a new one tells whether the database is there. With several hosts
    // Npgsql takes one for gone for ten seconds once a connection to it broke, and one that was promoted for a standby: look anew.
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

    /// <summary>Opens a connection, runs the work and gives the connection back.</summary>
    /// <param name="work">The work.</param>
    /// <param name="patience">Once it is over no new attempt begins, and one that was sent is left alone.</param>
    /// <exception cref="NpgsqlException">The database is away, refused, or all connections are in use for too long.</exception>
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

    /// <summary>Opens a connection that works: the first work on it, which must bear being done twice, is done already.</summary>
    /// <exception cref="NpgsqlException">The database is away, refused, or all connections are in use for too long.</exception>
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

    // Another connection may work.
    private static bool IsBrokenConnection(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: ['5', '7', 'P', ..] or ['0', '8', ..] } => true,
        PostgresException => false,
        // None, or one for each host: of several hosts none takes writes, as far as Npgsql knows.
        _ => e.InnerException is null or AggregateException or IOException or SocketException,
    };
}
