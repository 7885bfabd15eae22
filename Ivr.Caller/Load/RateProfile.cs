namespace Ivr.Caller.Load;

/// <summary>For a while there come several times as many calls: everybody who got no answer dials again.</summary>
/// <param name="Times">How many times as many.</param>
/// <param name="Lasts">For how long.</param>
internal sealed record Burst(double Times, TimeSpan Lasts);

/// <summary>How many new calls come when.</summary>
/// <param name="PerSecond">New calls a second.</param>
/// <param name="Ramp">How long it takes until there are so many, from none.</param>
internal sealed record RateProfile(double PerSecond, TimeSpan Ramp)
{
    /// <summary>When there come more; null when never.</summary>
    public Burst? Burst { get; init; }

    /// <summary>When the burst begins; after the ramp.</summary>
    public TimeSpan BurstAt { get; init; }

    /// <summary>The moments of all arrivals, without end, from the beginning of the load.</summary>
    /// <param name="random">Makes them come as people do, independently of each other (a Poisson process); null lets them come evenly.</param>
    public IEnumerable<TimeSpan> Arrivals(Random? random)
    {
        for (var calls = 0.0; ; calls += random is null ? 1 : -Math.Log(1 - random.NextDouble()))
            yield return When(calls);
    }

    /// <summary>When so many calls have come.</summary>
    public TimeSpan When(double calls)
    {
        var ramp = Ramp.TotalSeconds;
        // The ramp is a triangle: half as many as without it.
        var duringRamp = PerSecond * ramp / 2;
        if (calls < duringRamp)
            return TimeSpan.FromSeconds(Math.Sqrt(2 * ramp * calls / PerSecond));
        var seconds = ramp + ((calls - duringRamp) / PerSecond);
        if (Burst is null || seconds <= BurstAt.TotalSeconds)
            return TimeSpan.FromSeconds(seconds);
        var inBurst = (seconds - BurstAt.TotalSeconds) / Burst.Times;
        return inBurst <= Burst.Lasts.TotalSeconds
            ? BurstAt + TimeSpan.FromSeconds(inBurst)
            : TimeSpan.FromSeconds(seconds - (Burst.Lasts.TotalSeconds * (Burst.Times - 1)));
    }
}
