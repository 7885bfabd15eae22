using System.Data.Common;
using Npgsql;
using Polly;
using Polly.Retry;

namespace Ivr.Server.Database;

/// <summary>The one door to PostgreSQL. What goes through it may be tried twice, so it must bear being done twice.</summary>
public sealed class Db(NpgsqlDataSource source)
{
    // A connection from the pool may have died with its server; the next one tells whether the database is there.
    private static readonly ResiliencePipeline Retry = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<NpgsqlException>(e => e.IsTransient && e.InnerException is not TimeoutException),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(100),
        })
        .Build();

    /// <summary>Runs work on a connection; once more when the connection turns out to be broken.</summary>
    /// <exception cref="NpgsqlException">The database is away, too slow, or refused.</exception>
    public Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> work) =>
        Retry.ExecuteAsync(
            async cancellation =>
            {
                await using var connection = await source.OpenConnectionAsync(cancellation);
                return await work(connection);
            }).AsTask();

    /// <summary>True for what a database that is away, too slow or unwilling throws.</summary>
    public static bool IsFault(Exception exception) => exception is DbException or TimeoutException;
}
