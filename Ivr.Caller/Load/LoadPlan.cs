namespace Ivr.Caller.Load;

/// <summary>How many calls are made, when, and for how long.</summary>
internal sealed record LoadPlan
{
    /// <summary>Callers who call again as soon as they are done; null when new callers come at <see cref="Rate"/>.</summary>
    public int? AtOnce { get; init; }

    /// <summary>New callers, however long others wait; null with <see cref="AtOnce"/>.</summary>
    public RateProfile? Rate { get; init; }

    /// <summary>Whether new callers come independently of each other, and not evenly.</summary>
    public bool IsPoisson { get; init; }

    /// <summary>How long it takes until all who call at once do.</summary>
    public TimeSpan Ramp { get; init; }

    /// <summary>For how long calls are made that are not measured, before the others.</summary>
    public TimeSpan WarmUp { get; init; }

    /// <summary>For how long calls begin that are measured; null when their number is set.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>How many calls are made, those that warm up included; null when the time is set.</summary>
    public long? Calls { get; init; }

    /// <summary>How many turns are left out, so that other people call than in a run before.</summary>
    public long Skipped { get; init; }

    /// <summary>Most calls on the line; who comes then is not put through, so that neither memory nor ports run out here.</summary>
    public int MaxOnTheLine { get; init; } = 10_000;

    /// <summary>When the last call begins at the latest.</summary>
    public TimeSpan End => Duration is { } duration ? WarmUp + duration : TimeSpan.MaxValue;
}
