namespace Ivr.Bench.Rounds;

/// <summary>The figures that the load command measured.</summary>
/// <param name="IsClean">Whether no call failed, and the recorded rows are the confirmed calls.</param>
/// <param name="CallsPerSecond">Confirmed calls a second.</param>
/// <param name="ServerMilliseconds">The server's processor time for a call.</param>
/// <param name="HashMilliseconds">The part of it that the hashing threads used.</param>
/// <param name="DatabaseMilliseconds">PostgreSQL's processor time for a call.</param>
/// <param name="GeneratorShare">The generator's share of all cores, 0 to 1.</param>
/// <param name="P50">The milliseconds within which half of the webhooks were answered.</param>
/// <param name="P99">The milliseconds within which 99 % of the webhooks were answered.</param>
/// <param name="P99WithoutHash">The same as P99, for webhooks without a password.</param>
/// <param name="PeakMegabytes">The peak memory of the server since it began.</param>
internal sealed record RoundFigures(
    bool IsClean, double CallsPerSecond, double ServerMilliseconds, double HashMilliseconds, double DatabaseMilliseconds, double GeneratorShare,
    double P50, double P99, double P99WithoutHash, double PeakMegabytes)
{
    /// <summary>
    /// How many passwords a thread hashed together, on average; null when it was not measured or the server does not tell.
    /// </summary>
    public double? HashedTogether { get; init; }

    /// <summary>What failed, for a person to read; null when the load is clean.</summary>
    public string? Faults { get; init; }

    /// <summary>Reads the JSON of the load command.</summary>
    public static async Task<RoundFigures> ReadAsync(string file, bool isClean, CancellationToken cancellationToken)
    {
        using var report = await LoadReport.ReadAsync(file, cancellationToken);
        return new(
            isClean,
            report.Number("calls", "confirmedPerSecond"),
            report.Number("serverProcess", "millisecondsPerCall"),
            report.HashMilliseconds,
            report.Number("databaseProcesses", "millisecondsPerCall"),
            report.Number("generator", "share"),
            report.Number("webhooks", "milliseconds", "p50"),
            report.Number("webhooks", "milliseconds", "p99"),
            report.Number("webhooks", "withoutPasswordMilliseconds", "p99"),
            report.Number("serverProcess", "peakMemoryMegabytes"))
        {
            Faults = isClean ? null : report.Faults,
        };
    }
}
