using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>How far growth is followed, and how often each point is measured.</summary>
internal sealed record GrowthSettings
{
    /// <summary>Rounds of PBKDF2: so few that the hash does not hide the rest of a call.</summary>
    public const int Iterations = 1000;

    /// <summary>Callers at once where something else grows: as many as the server can take.</summary>
    public const int Callers = 16;

    /// <summary>Calls at once.</summary>
    public required IReadOnlyList<int> Crowds { get; init; }

    /// <summary>New calls a second, the same for all numbers of calls at once: what differs is how long they last.</summary>
    public required int NewCalls { get; init; }

    /// <summary>Clients, imported into a database for each number.</summary>
    public required IReadOnlyList<int> Clients { get; init; }

    /// <summary>Prestations on record before the first call.</summary>
    public required IReadOnlyList<int> Prestations { get; init; }

    /// <summary>Workers who call while calls at once or clients grow.</summary>
    public required int Workers { get; init; }

    /// <summary>Workers and clients whose prestations are on record.</summary>
    public required (int Workers, int Clients) People { get; init; }

    /// <summary>Calls to each server before it is measured: so many that all its code has been compiled a second time, for speed.</summary>
    public required int WarmUpCalls { get; init; }

    /// <summary>How often each point is measured; the points take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>For how long each load where something else than calls at once grows warms up beforehand: so that the generator has compiled its own code.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>For how long calls begin at each.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How often the server is started.</summary>
    public required int Starts { get; init; }

    /// <summary>The load command's options where something else than calls at once grows.</summary>
    /// <remarks>Of the calls that are on the line when measuring begins a part is in the processor time: as many as callers, at each size.</remarks>
    internal IReadOnlyList<string> AtOnce => ["--at-once", $"{Callers}", "--warm-up", Loader.Seconds(WarmUp), "--duration", Loader.Seconds(Duration)];

    /// <summary>All of it.</summary>
    public static GrowthSettings Full { get; } = new()
    {
        Crowds = [1, 10, 100, 1000, 3000],
        NewCalls = 60,
        Clients = [10_000, 100_000, 1_000_000, 10_000_000],
        Prestations = [0, 100_000, 1_000_000, 10_000_000],
        Workers = 256,
        People = (10_000, 100_000),
        WarmUpCalls = 3000,
        Rounds = 3,
        WarmUp = TimeSpan.FromSeconds(4),
        Duration = TimeSpan.FromSeconds(8),
        Starts = 11,
    };

    /// <summary>Enough to see that all works, too little to compare.</summary>
    public static GrowthSettings Brief { get; } = Full with
    {
        Crowds = [1, 10, 100],
        Clients = [1000, 10_000],
        Prestations = [0, 10_000],
        People = (500, 5000),
        WarmUpCalls = 50,
        Rounds = 2,
        WarmUp = TimeSpan.FromSeconds(1),
        Duration = TimeSpan.FromSeconds(2),
        Starts = 3,
    };
}
