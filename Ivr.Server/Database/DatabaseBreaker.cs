using Npgsql;
using Polly;
using Polly.CircuitBreaker;

namespace Ivr.Server.Database;

/// <summary>
/// Circuit breaker of the database, shared by all calls of a node. A few callers wait for a database that is not available. Then the
/// breaker opens, and all database work is refused at once until another component closes it.
/// </summary>
internal sealed class DatabaseBreaker
{
    private readonly CircuitBreakerManualControl _control = new();
    private readonly CircuitBreakerStateProvider _state = new();

    public DatabaseBreaker() => Pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new()
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(MeansAway),
            FailureRatio = 0.6,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(3),
            // No caller has to find out whether the database is back: that is done in the background.
            BreakDuration = TimeSpan.FromDays(1),
            OnOpened = _ => SpareThreads.Add(),
            OnClosed = _ => SpareThreads.Remove(),
            ManualControl = _control,
            StateProvider = _state,
        })
        .Build();

    /// <summary>All database work of calls runs through this pipeline.</summary>
    public ResiliencePipeline Pipeline { get; }

    /// <summary>True while all database work is refused.</summary>
    public bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>
    /// The reason given to <see cref="OpenAsync"/>; null when nobody opened the breaker that way. The exceptions of refused work do not
    /// contain it.
    /// </summary>
    public Exception? Why { get; private set; }

    /// <summary>Opens the breaker: the database is known to be unavailable. <paramref name="why"/> is the fault that showed it.</summary>
    public Task OpenAsync(Exception why)
    {
        Why = why;
        return _control.IsolateAsync();
    }

    /// <summary>Closes the breaker: the database answers again.</summary>
    public Task CloseAsync()
    {
        Why = null;
        return _control.CloseAsync();
    }

    // A statement that PostgreSQL refuses shows that PostgreSQL is available.
    private static bool MeansAway(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState is ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or "55000",
        NpgsqlException or TimeoutException => true,
        _ => false,
    };
}
