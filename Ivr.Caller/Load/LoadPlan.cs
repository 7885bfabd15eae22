namespace Ivr.Caller.Load;

/// <summary>How many calls are made, when, and for how long.</summary>
internal sealed record LoadPlan
{
    /// <summary>
    /// The number of concurrent callers, who call again as soon as a call is over; null when new callers come at <see cref="Rate"/>.
    /// </summary>
    public int? AtOnce { get; init; }

    /// <summary>The rate of new callers, however many calls are still running; null with <see cref="AtOnce"/>.</summary>
    public RateProfile? Rate { get; init; }

    /// <summary>Whether new callers come independently of each other (a Poisson process) and not evenly.</summary>
    public bool IsPoisson { get; init; }

    /// <summary>The time until all concurrent callers call.</summary>
    public TimeSpan Ramp { get; init; }

    /// <summary>How long warm-up calls are made before the others. They are not measured.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>How long measured calls begin; null when the number of calls is set.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many calls are made, including the warm-up calls; null when the duration is set.</summary>
    public long? Calls { get; init; }

    /// <summary>How many turns are skipped, so that other people call than in a run before.</summary>
    public long Skipped { get; init; }

    /// <summary>
    /// The maximum number of calls on the line. A caller above it is not dialled, so that this program does not run out of memory or ports.
    /// </summary>
    public int MaxOnTheLine { get; init; } = 10_000;

    /// <summary>The latest time at which a call begins.</summary>
    public TimeSpan End => Duration is { } duration ? WarmUp + duration : TimeSpan.MaxValue;
}
