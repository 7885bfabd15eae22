using Ivr.Bench.Rounds;

namespace Ivr.Bench.Cluster;

/// <summary>The sizes for the measurement on a cluster, and how many times each load is measured.</summary>
internal sealed record ClusterSettings
{
    /// <summary>The PBKDF2 iterations. They are few, so that the hash does not hide the rest of a call.</summary>
    public const int Iterations = 1000;

    /// <summary>All workers are of one company, which has all entries.</summary>
    public const int Workers = 100;

    /// <summary>The concurrent callers when there are as many calls as the servers can take.</summary>
    public const int Callers = 16;

    /// <summary>The entries that the company has before the first call.</summary>
    public required int Entries { get; init; }

    /// <summary>So many that no load has a pair of worker and client of a load before. The same pair would give a duplicate.</summary>
    public required int Clients { get; init; }

    /// <summary>New calls a second, as a Poisson process.</summary>
    public required double Rate { get; init; }

    /// <summary>How many pages of the company's whole history are read at the same time.</summary>
    public required int Readers { get; init; }

    /// <summary>How many live pages of the company are open.</summary>
    public required int LivePages { get; init; }

    /// <summary>How many times each page is read for its cost.</summary>
    public required int Pages { get; init; }

    /// <summary>The calls to each server before anything is measured.</summary>
    public required int WarmUpCalls { get; init; }

    /// <summary>How many times each load is measured. The loads take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long each load warms up.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>How long calls begin in each load.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The options of the load command for calls at <see cref="Rate"/>.</summary>
    public IReadOnlyList<string> Steady => ["--rate", FormattableString.Invariant($"{Rate}"), "--arrivals", "poisson", .. Times];

    /// <summary>The options of the load command for as many calls as the servers can take.</summary>
    public IReadOnlyList<string> Most => ["--at-once", $"{Callers}", .. Times];

    private IReadOnlyList<string> Times => ["--warm-up", Loader.Seconds(WarmUp), "--duration", Loader.Seconds(Duration)];

    /// <summary>The full measurement.</summary>
    public static ClusterSettings Full { get; } = new()
    {
        Entries = 1_000_000,
        Clients = 100_000,
        Rate = 33,
        Readers = 50,
        LivePages = 21,
        Pages = 5,
        WarmUpCalls = 3000,
        Rounds = 3,
        WarmUp = TimeSpan.FromSeconds(4),
        Duration = TimeSpan.FromSeconds(12),
    };

    /// <summary>A short measurement. It shows that everything works, but is too short to compare figures.</summary>
    public static ClusterSettings Brief { get; } = Full with
    {
        Entries = 20_000,
        Pages = 2,
        WarmUpCalls = 100,
        Rounds = 1,
        WarmUp = TimeSpan.FromSeconds(1),
        Duration = TimeSpan.FromSeconds(4),
    };
}
