using Ivr.Bench.Rounds;

namespace Ivr.Bench.National;

/// <summary>What the country's callers met.</summary>
/// <param name="Load">Who called.</param>
/// <param name="IsClean">Whether no call failed, and the rows are the confirmed calls.</param>
/// <param name="Calls">Calls that were made.</param>
/// <param name="Confirmed">Those of whom the caller heard a reference.</param>
/// <param name="Moments">How often somebody heard "one moment".</param>
/// <param name="Refused">Webhooks that were answered with 429 or 5xx, or not at all.</param>
/// <param name="OverFiveSeconds">Webhooks that took longer.</param>
/// <param name="OnTheLine">Calls at once, on average, while new ones came.</param>
/// <param name="ServerMilliseconds">Processor time of the server for a call, the whole load's divided by its calls.</param>
/// <param name="HashMilliseconds">What of it hashing threads took.</param>
/// <param name="DatabaseMilliseconds">PostgreSQL's.</param>
/// <param name="ServerShare">The server's part of all cores, 0 to 1, as if all of its work had been done while new calls came.</param>
/// <param name="DatabaseShare">PostgreSQL's.</param>
/// <param name="GeneratorShare">The generator's own.</param>
/// <param name="P50">Milliseconds within which half of the webhooks were answered.</param>
/// <param name="P99">Milliseconds within which 99 % were.</param>
/// <param name="Longest">Milliseconds that the longest took.</param>
/// <param name="P99WithoutHash">The 99 % of webhooks without a password.</param>
/// <param name="PeakMegabytes">The most memory that the server held at once.</param>
internal sealed record NationalFigures(
    NationalLoad Load, bool IsClean, int Calls, int Confirmed, int Moments, int Refused, int OverFiveSeconds, double OnTheLine,
    double ServerMilliseconds, double HashMilliseconds, double DatabaseMilliseconds, double ServerShare, double DatabaseShare, double GeneratorShare, double P50,
    double P99, double Longest, double P99WithoutHash, double PeakMegabytes)
{
    /// <summary>Whether nobody noticed that there were so many: clean, each webhook answered, and none of them late.</summary>
    public bool IsBorne => IsClean && Refused == 0 && OverFiveSeconds == 0;

    /// <summary><see cref="ServerMilliseconds"/> without those of the hashing threads: what the webhooks of a call cost.</summary>
    public double ServerMillisecondsWithoutHash => ServerMilliseconds - HashMilliseconds;

    /// <summary>The part of <see cref="ServerShare"/> that hashing threads took.</summary>
    public double HashShare => ServerMilliseconds > 0 ? ServerShare * HashMilliseconds / ServerMilliseconds : 0;

    /// <summary>Reads the load command's JSON.</summary>
    public static async Task<NationalFigures> ReadAsync(NationalLoad load, string file, bool isClean, CancellationToken cancellationToken)
    {
        using var report = await LoadReport.ReadAsync(file, cancellationToken);
        return new(
            load,
            isClean,
            (int)report.Number("calls", "made"),
            (int)report.Number("calls", "confirmed"),
            (int)report.Number("calls", "moments"),
            report.At("webhooks", "byStatus").EnumerateObject().Where(status => !IsAnswer(status.Name)).Sum(status => status.Value.GetInt32()),
            (int)report.Number("webhooks", "overFiveSeconds"),
            report.Number("calls", "milliseconds", "mean") / 1000 * report.Number("calls", "made") / load.Lasts.TotalSeconds,
            report.Number("serverProcess", "millisecondsPerCall"),
            report.HashMilliseconds,
            report.Number("databaseProcesses", "millisecondsPerCall"),
            Share("serverProcess"),
            Share("databaseProcesses"),
            Share("generator"),
            report.Number("webhooks", "milliseconds", "p50"),
            report.Number("webhooks", "milliseconds", "p99"),
            report.Number("webhooks", "milliseconds", "max"),
            report.Number("webhooks", "withoutPasswordMilliseconds", "p99"),
            report.Number("serverProcess", "peakMemoryMegabytes"));

        double Share(string process) => report.Number(process, "seconds") / load.Lasts.TotalSeconds / Environment.ProcessorCount;
    }

    // Anything that is no status is the reason why there is none.
    private static bool IsAnswer(string status) => int.TryParse(status, out var code) && code is not (429 or >= 500);
}
