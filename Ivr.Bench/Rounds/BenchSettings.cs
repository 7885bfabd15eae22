namespace Ivr.Bench.Rounds;

/// <summary>How much is measured.</summary>
internal sealed record BenchSettings
{
    /// <summary>How often each build is loaded; they take turns.</summary>
    public required int Rounds { get; init; }

    /// <summary>For how long each load is measured.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>For how long each load warms up beforehand.</summary>
    public required TimeSpan WarmUp { get; init; }

    /// <summary>Calls that each server has before the first round, so that the runtime has compiled what it compiles twice.</summary>
    public required int WarmUpCalls { get; init; }

    /// <summary>Whether the steps of a webhook are measured with few repetitions.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether the steps of a webhook are measured at all.</summary>
    public bool MeasuresSteps { get; init; } = true;

    /// <summary>The commit to compare with; null for none.</summary>
    public string? Against { get; init; }

    /// <summary>Workers who call. Each has a password to be hashed before the first call.</summary>
    public int Workers { get; init; } = 256;

    /// <summary>Clients they work for.</summary>
    public int Clients { get; init; } = 10_000;

    /// <summary>New calls a second of the national worst minute when 30 % of entries come by phone.</summary>
    public double NationalRate { get; init; } = 6.6;
}
