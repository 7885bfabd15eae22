using System.Text.Json;

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
public sealed record LoadFigures(
    bool IsClean, double CallsPerSecond, double ServerMilliseconds, double HashMilliseconds, double DatabaseMilliseconds, double GeneratorShare,
    double P50, double P99, double P99WithoutHash, double PeakMegabytes)
{
    // As much as Linux keeps of the name that HashWorker gives them.
    private const string HashThreads = "Password hashin";

    /// <summary>Reads the load command's JSON.</summary>
    public static async Task<LoadFigures> ReadAsync(string file, bool isClean, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(file);
        using var json = await JsonDocument.ParseAsync(stream, cancellationToken: cancellationToken);
        var threads = json.RootElement.GetProperty("serverProcess").GetProperty("threadsMillisecondsPerCall");
        return new(
            isClean,
            Number("calls", "confirmedPerSecond"),
            Number("serverProcess", "millisecondsPerCall"),
            threads.TryGetProperty(HashThreads, out var hash) ? hash.GetDouble() : 0,
            Number("databaseProcesses", "millisecondsPerCall"),
            Number("generator", "share"),
            Number("webhooks", "milliseconds", "p50"),
            Number("webhooks", "milliseconds", "p99"),
            Number("webhooks", "withoutPasswordMilliseconds", "p99"),
            Number("serverProcess", "peakMemoryMegabytes"));

        double Number(params string[] path) => path.Aggregate(json.RootElement, (element, name) => element.GetProperty(name)).GetDouble();
    }
}
