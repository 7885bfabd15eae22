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
}

internal static class Kinds
{
    /// <summary>The number of PBKDF2 iterations.</summary>
    public static int Iterations(this Kind kind) => kind == Kind.FewRounds ? 1_000 : 100_000;

    /// <summary>The options of the load command.</summary>
    public static string[] Plan(this Kind kind, double nationalRate) => kind switch
    {
        Kind.FewRounds => ["--at-once", "16"],
        // So many callers that each thread can hash eight passwords at the same time.
        Kind.AllRounds => ["--at-once", $"{16 * Environment.ProcessorCount}"],
        _ => ["--rate", $"{nationalRate}", "--arrivals", "poisson"],
    };
}
