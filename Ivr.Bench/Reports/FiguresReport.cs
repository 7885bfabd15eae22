using System.Globalization;
using System.Text;
using Ivr.Bench.Rounds;
using Ivr.Bench.Steps;
using Ivr.Server.Logins.Hashing;
using static Ivr.Bench.Reports.Markdown;

namespace Ivr.Bench.Reports;

/// <summary>Writes the table of figures in docs/performance.md and the table of the steps, as Markdown.</summary>
internal static class FiguresReport
{
    private static readonly (string What, Kind Kind, Func<RoundFigures, double> Read, string Format)[] Rows =
    [
        ("calls a second, 1,000 PBKDF2 iterations", Kind.FewRounds, figures => figures.CallsPerSecond, "0.0"),
        ("calls a second, 100,000 iterations", Kind.AllRounds, figures => figures.CallsPerSecond, "0.0"),
        ($"passwords hashed together by a thread, of {PasswordHash.MaxAtOnce}, 100,000 iterations", Kind.AllRounds, figures => figures.HashedTogether ?? double.NaN, "0.0"),
        ("server CPU a call, 1,000 iterations", Kind.FewRounds, figures => figures.ServerMilliseconds, "0.00 ms"),
        ("the same without the hashing threads", Kind.FewRounds, figures => figures.ServerMilliseconds - figures.HashMilliseconds, "0.00 ms"),
        ("server CPU a call, 100,000 iterations", Kind.AllRounds, figures => figures.ServerMilliseconds, "0.00 ms"),
        ("database CPU a call", Kind.FewRounds, figures => figures.DatabaseMilliseconds, "0.00 ms"),
        ("webhook p50, {0} new calls a second, 100,000 iterations", Kind.National, figures => figures.P50, "0.0 ms"),
        ("webhook p99, the same", Kind.National, figures => figures.P99, "0.0 ms"),
        ("webhook p99 without a hash, the same", Kind.National, figures => figures.P99WithoutHash, "0.0 ms"),
        ("CPU share of the generator, 1,000 iterations", Kind.FewRounds, figures => figures.GeneratorShare * 100, "0 '%'"),
    ];

    /// <summary>
    /// Writes both tables. The first of <paramref name="builds"/> is the build in question; null when nothing was loaded.
    /// <paramref name="steps"/> is empty when the steps were not measured.
    /// </summary>
    public static string Write(MeasuredMachine machine, BenchSettings settings, IReadOnlyList<MeasuredBuild>? builds, IReadOnlyList<MeasuredStep> steps)
    {
        var text = new StringBuilder(machine.Describe());
        if (builds is not null)
            Write(text, settings, builds);
        if (steps.Count > 0)
            Write(text, steps);
        return text.ToString();
    }

    private static void Write(StringBuilder text, BenchSettings settings, IReadOnlyList<MeasuredBuild> builds)
    {
        text.Append(Invariant($"Median of {settings.Rounds} rounds of {settings.Duration.TotalSeconds:0} s; in brackets the noise: "))
            .Append("the difference between the highest and the lowest round, relative to the median.\n\n");
        text.Append(Line(["", .. builds.Select(build => build.Build.Name), .. builds.Count > 1 ? (string[])["ratio"] : []]));
        text.Append(Line(["---", .. builds.Select(_ => "---:"), .. builds.Count > 1 ? (string[])["---:"] : []]));
        foreach (var (what, kind, read, format) in Rows)
        {
            List<Spread> spreads = [.. builds.Select(build => Spread.Of(build.Runs.Where(run => run.Kind == kind).Select(run => read(run.Figures))))];
            text.Append(Line(
            [
                Invariant($"{string.Format(CultureInfo.InvariantCulture, what, settings.NationalRate)}"),
                .. spreads.Select(spread => Cell(spread, format)),
                .. spreads.Count > 1 ? (string[])[Ratio(spreads[0].Median, spreads[1].Median)] : [],
            ]));
        }

        // The peak only grows. This is the maximum of all servers and rounds, without noise.
        List<double> peaks = [.. builds.Select(build => build.Runs.Max(run => run.Figures.PeakMegabytes))];
        text.Append(Line(["peak memory of the server", .. peaks.Select(peak => Invariant($"{peak:0} MB")), .. peaks.Count > 1 ? (string[])[Ratio(peaks[0], peaks[1])] : []]));

        text.Append(Cleanness(builds));
    }

    private static void Write(StringBuilder text, IReadOnlyList<MeasuredStep> steps)
    {
        text.Append('\n').Append(Line(["step", "time", "±", "allocated"])).Append(Line(["---", "---:", "---:", "---:"]));
        foreach (var step in steps)
            text.Append(Line([step.Name, Time(step.Nanoseconds), Time(step.Deviation), Invariant($"{step.Bytes / 1024.0:0.0} kB")]));
    }

    private static string Time(double nanoseconds) => nanoseconds switch
    {
        >= 1_000_000 => Invariant($"{nanoseconds / 1_000_000:0.0} ms"),
        >= 1000 => Invariant($"{nanoseconds / 1000:0.0} µs"),
        _ => Invariant($"{nanoseconds:0} ns"),
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
