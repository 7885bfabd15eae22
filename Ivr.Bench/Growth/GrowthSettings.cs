using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>The sizes for the measurement of growth, and how many times each is measured.</summary>
internal sealed record GrowthSettings
{
    /// <summary>The PBKDF2 iterations. They are few, so that the hash does not hide the rest of a call.</summary>
    public const int Iterations = 1000;

    /// <summary>The concurrent callers when something else grows: as many as the server can take.</summary>
    public const int Callers = 16;

    /// <summary>The numbers of concurrent calls.</summary>
    public required IReadOnlyList<int> Crowds { get; init; }

    /// <summary>New calls a second, the same for all numbers of concurrent calls. The calls differ in how long they last.</summary>
    public required int NewCalls { get; init; }

    /// <summary>The numbers of clients. Each number is imported into its own database.</summary>
    public required IReadOnlyList<int> Clients { get; init; }

    /// <summary>The numbers of prestations that are recorded before the first call.</summary>
    public required IReadOnlyList<int> Prestations { get; init; }

    /// <summary>The workers who call while concurrent calls or clients grow.</summary>
    public required int Workers { get; init; }

    /// <summary>The workers and clients of the recorded prestations.</summary>
    public required (int Workers, int Clients) People { get; init; }

    /// <summary>
    /// The calls to each server before it is measured. They are so many that the runtime has compiled all code a second time, optimised.
    /// </summary>
    public required int WarmUpCalls { get; init; }

    /// <summary>How many times each size is measured. The sizes take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>
    /// How long each load warms up, unless the number of concurrent calls grows. In this time the generator compiles its own code.
    /// </summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>How long calls begin in each load.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many times the server is started.</summary>
    public required int Starts { get; init; }

    /// <summary>The options of the load command when something else than the number of concurrent calls grows.</summary>
    /// <remarks>
    /// The processor time contains a part of the calls that are on the line when measuring begins. Their number is the number of callers,
    /// at each size.
    /// </remarks>
    internal IReadOnlyList<string> AtOnce => ["--at-once", $"{Callers}", "--warm-up", Loader.Seconds(WarmUp), "--duration", Loader.Seconds(Duration)];

    /// <summary>The full measurement.</summary>
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

    /// <summary>A short measurement. It shows that everything works, but is too short to compare figures.</summary>
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
