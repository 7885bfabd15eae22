namespace Ivr.Bench.Rounds;

/// <summary>The kinds of load on a server.</summary>
internal enum Kind
{
    /// <summary>As many calls as the server can take, with 1,000 PBKDF2 iterations. This is the cost of a call without its hash.</summary>
    FewRounds,

    /// <summary>As many calls as the server can take, with the default of 100,000 PBKDF2 iterations.</summary>
    AllRounds,

    /// <summary>The new calls of the worst minute of the country, as a Poisson process, with 100,000 PBKDF2 iterations.</summary>
    National,

    /// <summary>Like <see cref="FewRounds"/>, with <see cref="BenchSettings.Crowd"/> callers.</summary>
    CrowdFewRounds,

    /// <summary>Like <see cref="AllRounds"/>, with <see cref="BenchSettings.Crowd"/> callers.</summary>
    CrowdAllRounds,

    /// <summary><see cref="BenchSettings.SteadyRate"/> new calls a second, as a Poisson process, with 1,000 PBKDF2 iterations.</summary>
    Steady,

    /// <summary>Like <see cref="CrowdFewRounds"/>, on a server that has just started.</summary>
    Start,
}

internal static class Loads
{
    /// <summary>The loads of the table of figures.</summary>
    public static IReadOnlyList<Kind> OfOneServer { get; } = [Kind.FewRounds, Kind.AllRounds, Kind.National];

    /// <summary>The loads of the comparison with a plain service.</summary>
    public static IReadOnlyList<Kind> OfPeers { get; } = [Kind.CrowdFewRounds, Kind.FewRounds, Kind.CrowdAllRounds, Kind.Steady, Kind.Start];

    /// <summary>The number of PBKDF2 iterations.</summary>
    public static int Iterations(this Kind kind) => kind is Kind.AllRounds or Kind.CrowdAllRounds or Kind.National ? 100_000 : 1_000;

    /// <summary>Whether there are always more passwords than a server can hash.</summary>
    public static bool SaturatesHashing(this Kind kind) => kind is Kind.AllRounds or Kind.CrowdAllRounds;

    /// <summary>The options of the load command.</summary>
    public static string[] Plan(this Kind kind, BenchSettings settings) => [.. kind.Callers(settings), .. kind.Times(settings)];

    private static string[] Callers(this Kind kind, BenchSettings settings) => kind switch
    {
        Kind.FewRounds => ["--at-once", "16"],
        // So many callers that each thread can hash eight passwords at the same time.
        Kind.AllRounds => ["--at-once", $"{16 * Environment.ProcessorCount}"],
        Kind.National => ["--rate", $"{settings.NationalRate}", "--arrivals", "poisson"],
        Kind.Steady => ["--rate", $"{settings.SteadyRate}", "--arrivals", "poisson"],
        _ => ["--at-once", $"{settings.Crowd}"],
    };

    private static string[] Times(this Kind kind, BenchSettings settings) => kind == Kind.Start
        ? ["--duration", Loader.Seconds(settings.StartDuration)]
        : ["--warm-up", Loader.Seconds(settings.WarmUp), "--duration", Loader.Seconds(settings.Duration)];
}
