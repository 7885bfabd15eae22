namespace Ivr.Bench.Rounds;

/// <summary>What the load command measured.</summary>
/// <param name="IsClean">Whether no call failed, and the rows are the confirmed calls.</param>
/// <param name="CallsPerSecond">Confirmed calls a second.</param>
/// <param name="ServerMilliseconds">Processor time of the server for a call.</param>
/// <param name="HashMilliseconds">The part of it that hashing threads took.</param>
/// <param name="DatabaseMilliseconds">Processor time of PostgreSQL for a call.</param>
/// <param name="GeneratorShare">The generator's part of all cores, 0 to 1.</param>
/// <param name="P50">Milliseconds within which half of the webhooks were answered.</param>
/// <param name="P99">Milliseconds within which 99 % were.</param>
/// <param name="P99WithoutHash">The same of webhooks without a password.</param>
/// <param name="PeakMegabytes">The most memory that the server held at once since it began.</param>
internal sealed record RoundFigures(
    bool IsClean, double CallsPerSecond, double ServerMilliseconds, double HashMilliseconds, double DatabaseMilliseconds, double GeneratorShare,
    double P50, double P99, double P99WithoutHash, double PeakMegabytes)
{
    /// <summary>Reads the load command's JSON.</summary>
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
            report.Number("serverProcess", "peakMemoryMegabytes"));
    }
}
