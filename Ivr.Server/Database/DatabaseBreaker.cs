using Npgsql;
using Polly;
using Polly.CircuitBreaker;

namespace Ivr.Server.Database;

/// <summary>
/// Lets callers wait for a database that is away a few times, and then no more: until somebody closes it again, everything that
/// goes to the database is refused at once. The one thing that calls on a node share.
/// </summary>
internal sealed class DatabaseBreaker
{
    private readonly CircuitBreakerManualControl _control = new();
    private readonly CircuitBreakerStateProvider _state = new();

    /// <summary>Closed.</summary>
    public DatabaseBreaker() => Pipeline = new ResiliencePipelineBuilder()
        .AddCircuitBreaker(new()
        {
            ShouldHandle = new PredicateBuilder().Handle<Exception>(MeansAway),
            FailureRatio = 0.6,
            MinimumThroughput = 2,
            SamplingDuration = TimeSpan.FromSeconds(3),
            // No caller is the one who finds out whether the database is back: that is done in the background.
            BreakDuration = TimeSpan.FromDays(1),
            ManualControl = _control,
            StateProvider = _state,
        })
        .Build();

    /// <summary>What goes to the database goes through this.</summary>
    public ResiliencePipeline Pipeline { get; }

    /// <summary>True while everything is refused.</summary>
    public bool IsOpen => _state.CircuitState != CircuitState.Closed;

    /// <summary>Why somebody opened it, which it does not tell whom it refuses; null when nobody did.</summary>
    public Exception? Why { get; private set; }

    /// <summary>The database is known to be away.</summary>
    /// <param name="why">What it said, or what said so.</param>
    public Task OpenAsync(Exception why)
    {
        Why = why;
        return _control.IsolateAsync();
    }

    /// <summary>The database answers again.</summary>
    public Task CloseAsync()
    {
        Why = null;
        return _control.CloseAsync();
    }

    // A statement that PostgreSQL refuses tells that it is there.
    private static bool MeansAway(Exception exception) => exception switch
    {
        PostgresException e => e.SqlState is ['0', '8', ..] or ['5', '3', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or "55000",
        NpgsqlException or TimeoutException => true,
        _ => false,
    };
}
