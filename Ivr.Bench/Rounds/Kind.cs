namespace Ivr.Bench.Rounds;

/// <summary>What a server is asked to bear.</summary>
internal enum Kind
{
    /// <summary>As many calls as it can take, with 1,000 rounds of PBKDF2: what a call costs without its hash.</summary>
    FewRounds,

    /// <summary>As many calls as it can take, with the 100,000 rounds that are the default.</summary>
    AllRounds,

    /// <summary>The national worst minute's new calls, as people come, with 100,000 rounds.</summary>
    National,
}

/// <summary>Each kind's numbers.</summary>
internal static class Kinds
{
    /// <summary>Rounds of PBKDF2.</summary>
    public static int Iterations(this Kind kind) => kind == Kind.FewRounds ? 1_000 : 100_000;

    /// <summary>The options of the load command.</summary>
    public static string[] Plan(this Kind kind, double nationalRate) => kind switch
    {
        Kind.FewRounds => ["--at-once", "16"],
        // So many that all threads can hash eight at once.
        Kind.AllRounds => ["--at-once", $"{16 * Environment.ProcessorCount}"],
        _ => ["--rate", $"{nationalRate}", "--arrivals", "poisson"],
    };
}
