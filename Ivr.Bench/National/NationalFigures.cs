using Ivr.Bench.Rounds;

namespace Ivr.Bench.National;

/// <summary>The results of a national load.</summary>
/// <param name="Load">The load.</param>
/// <param name="IsClean">Whether no call failed, and the recorded rows are the confirmed calls.</param>
/// <param name="Calls">The calls that were made.</param>
/// <param name="Confirmed">The calls in which the caller heard a reference.</param>
/// <param name="Moments">How many times a caller heard "one moment".</param>
/// <param name="Refused">The webhooks that were answered with 429 or 5xx, or not at all.</param>
/// <param name="OverFiveSeconds">The webhooks that took more than 5 seconds.</param>
/// <param name="OnTheLine">The average number of concurrent calls while new calls came.</param>
/// <param name="ServerMilliseconds">The server's processor time for a call: the time of the whole load divided by its calls.</param>
/// <param name="HashMilliseconds">The part of it that the hashing threads used.</param>
/// <param name="DatabaseMilliseconds">PostgreSQL's processor time for a call.</param>
/// <param name="ServerShare">The server's share of all cores, 0 to 1, as if all of its work had been done while new calls came.</param>
/// <param name="DatabaseShare">PostgreSQL's share.</param>
/// <param name="GeneratorShare">The generator's share.</param>
/// <param name="P50">The milliseconds within which half of the webhooks were answered.</param>
/// <param name="P99">The milliseconds within which 99 % of the webhooks were answered.</param>
/// <param name="Longest">The milliseconds that the longest webhook took.</param>
/// <param name="P99WithoutHash">The same as P99, for webhooks without a password.</param>
/// <param name="PeakMegabytes">The peak memory of the server.</param>
internal sealed record NationalFigures(
    NationalLoad Load, bool IsClean, int Calls, int Confirmed, int Moments, int Refused, int OverFiveSeconds, double OnTheLine,
    double ServerMilliseconds, double HashMilliseconds, double DatabaseMilliseconds, double ServerShare, double DatabaseShare, double GeneratorShare, double P50,
    double P99, double Longest, double P99WithoutHash, double PeakMegabytes)
{
    /// <summary>Whether callers noticed nothing of the load: it was clean, each webhook was answered, and none of them late.</summary>
    public bool IsBorne => IsClean && Refused == 0 && OverFiveSeconds == 0;

    /// <summary><see cref="ServerMilliseconds"/> without the hashing threads: the cost of the webhooks of a call.</summary>
    public double ServerMillisecondsWithoutHash => ServerMilliseconds - HashMilliseconds;

    /// <summary>The part of <see cref="ServerShare"/> that the hashing threads used.</summary>
    public double HashShare => ServerMilliseconds > 0 ? ServerShare * HashMilliseconds / ServerMilliseconds : 0;

    /// <summary>Reads the JSON of the load command.</summary>
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

    // A name that is not a status is the reason why there is no status.
    private static bool IsAnswer(string status) => int.TryParse(status, out var code) && code is not (429 or >= 500);
}
