namespace Ivr.Caller.Load;

/// <summary>A period with several times as many calls, as when every caller without an answer dials again.</summary>
/// <param name="Times">The factor.</param>
/// <param name="Lasts">How long it lasts.</param>
internal sealed record Burst(double Times, TimeSpan Lasts);

/// <summary>The rate of new calls over time.</summary>
/// <param name="PerSecond">New calls a second.</param>
/// <param name="Ramp">How long the rate takes to rise from zero to <paramref name="PerSecond"/>.</param>
internal sealed record RateProfile(double PerSecond, TimeSpan Ramp)
{
    /// <summary>The burst; null when there is none.</summary>
    public Burst? Burst { get; init; }

    /// <summary>When the burst begins. It begins after the ramp.</summary>
    public TimeSpan BurstAt { get; init; }

    /// <summary>
    /// Returns the times of all arrivals, without end, from the beginning of the load. <paramref name="random"/> makes the callers come
    /// independently of each other (a Poisson process). Null makes them come evenly.
    /// </summary>
    public IEnumerable<TimeSpan> Arrivals(Random? random)
    {
        for (var calls = 0.0; ; calls += random is null ? 1 : -Math.Log(1 - random.NextDouble()))
            yield return When(calls);
    }

    /// <summary>Returns the time at which this many calls have come.</summary>
    public TimeSpan When(double calls)
    {
        var ramp = Ramp.TotalSeconds;
        // The ramp is a triangle: it has half as many calls as the same time at the full rate.
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
