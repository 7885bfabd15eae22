namespace Ivr.Bench.Rounds;

/// <summary>How much is measured.</summary>
internal sealed record BenchSettings
{
    /// <summary>How many times each build is loaded. The builds take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>How long each load is measured.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How long each load warms up.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>
    /// The calls to each server before the first round. After them, the runtime has compiled the code that it compiles twice.
    /// </summary>
    public required int WarmUpCalls { get; init; }

    /// <summary>Whether the steps of a webhook are measured with few repetitions.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether the steps of a webhook are measured at all.</summary>
    public bool MeasuresSteps { get; init; } = true;

    /// <summary>The loads of a round, in this order.</summary>
    public IReadOnlyList<Kind> Kinds { get; init; } = Loads.OfOneServer;

    /// <summary>How long a server that has just started is loaded.</summary>
    public TimeSpan StartDuration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The callers of the loads with many callers.</summary>
    public int Crowd { get; init; } = 64;

    /// <summary>The commit to compare with; null for none.</summary>
    public string? Against { get; init; }

    /// <summary>The workers who call. The password of each worker is hashed before the first call.</summary>
    public int Workers { get; init; } = 256;

    public int Clients { get; init; } = 10_000;

    /// <summary>New calls a second in the worst minute of the country, when 30 % of entries come by phone.</summary>
    public double NationalRate { get; init; } = 6.6;

    /// <summary>New calls a second of <see cref="Kind.Steady"/>.</summary>
    public double SteadyRate { get; init; } = 60;
}
