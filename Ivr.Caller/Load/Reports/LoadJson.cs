using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Caller.Load.Reports;

/// <summary>
/// Writes all figures as JSON, to compare runs. Times are in milliseconds unless their name says seconds. Shares are of all cores.
/// </summary>
internal static class LoadJson
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task WriteAsync(string path, LoadResult result)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(file, Report(result), Form);
    }

    private static object Report(LoadResult result)
    {
        var (figures, used) = (result.Figures, result.Used);
        return new
        {
            Server = result.Server.GetLeftPart(UriPartial.Authority),
            result.Began,
            Seconds = Round(result.Took.TotalSeconds),
            result.Script,
            Plan = Plan(result.Plan),
            Interrupted = result.IsInterrupted,
            Cores = Environment.ProcessorCount,
            Calls = new
            {
                Made = figures.Calls,
                figures.Confirmed,
                figures.Unconfirmed,
                figures.Failed,
                Failures = figures.Failures.Select(failure => new { Reason = failure.Key, Count = failure.Value }),
                figures.Moments,
                WarmedUp = figures.All.Count - figures.Calls,
                ConfirmedPerSecond = Round(result.ConfirmedPerSecond),
                Milliseconds = Percentiles(figures.CallTimes),
            },
            Webhooks = new
            {
                Count = figures.Outcomes.Sum(outcome => outcome.Value),
                ByStatus = figures.Outcomes.ToDictionary(),
                OverFiveSeconds = figures.TooLong,
                Milliseconds = Percentiles(figures.TimesOf(_ => true)),
                WithoutPasswordMilliseconds = Percentiles(figures.TimesOf(step => step != LoadTable.Hashed)),
                Steps = figures.Steps.Select(step => new { step.Step, Milliseconds = Percentiles(step.Times) }),
            },
            Generator = Processor(result, used.Generator),
            DatabaseProcesses = Processor(result, used.Postgres),
            ServerProcess = Processor(result, used.Server, used.Threads, used.PeakMemory),
            Rows = result.Rows is { } rows ? new { rows.IsEqual, rows.Confirmed, Recorded = rows.Rows, rows.Missing, rows.Surplus, rows.Unheard } : null,
        };
    }

    private static object Plan(LoadPlan plan) => new
    {
        plan.AtOnce,
        plan.Rate?.PerSecond,
        Arrivals = plan.Rate is null ? null : plan.IsPoisson ? "poisson" : "fixed",
        RampSeconds = plan.Ramp.TotalSeconds,
        BurstTimes = plan.Rate?.Burst?.Times,
        BurstSeconds = plan.Rate?.Burst?.Lasts.TotalSeconds,
        WarmUpSeconds = plan.WarmUp.TotalSeconds,
        DurationSeconds = plan.Duration?.TotalSeconds,
        plan.Calls,
    };

    private static object? Processor(
        LoadResult result, TimeSpan? used, IReadOnlyDictionary<string, TimeSpan>? threads = null, long? memory = null) => used is not { } time ? null : new
    {
        Seconds = Round(time.TotalSeconds),
        Share = Round(result.Share(time)!.Value),
        MillisecondsPerCall = PerCall(result, time),
        ThreadsMillisecondsPerCall = threads?.OrderByDescending(thread => thread.Value).ToDictionary(thread => thread.Key, thread => PerCall(result, thread.Value)),
        PeakMemoryMegabytes = memory / (1024 * 1024),
    };

    private static double? PerCall(LoadResult result, TimeSpan time) => result.MillisecondsPerCall(time) is { } each ? Round(each) : null;

    private static object Percentiles(Histogram times) => new
    {
        times.Count,
        Mean = Milliseconds(times.Mean),
        P50 = Milliseconds(times.Percentile(50)),
        P90 = Milliseconds(times.Percentile(90)),
        P99 = Milliseconds(times.Percentile(99)),
        P999 = Milliseconds(times.Percentile(99.9)),
        Max = Milliseconds(times.Max),
    };

    private static double Milliseconds(TimeSpan time) => Round(time.TotalMilliseconds);

    private static double Round(double number) => Math.Round(number, 3);
}
