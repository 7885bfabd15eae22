using System.Globalization;
using System.Text;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;
using Ivr.Server.Logins.Hashing;
using static Ivr.Bench.Reports.Markdown;

namespace Ivr.Bench.Peer;

/// <summary>Writes the comparison with the plain service as a Markdown table, with the goal of each figure.</summary>
internal static class PeerReport
{
    private static readonly (string What, Func<MeasuredBuild, Spread> Read, string Format, Goal? Goal)[] Rows =
    [
        ("calls a second, 1,000 iterations, {0} callers", Of(Kind.CrowdFewRounds, figures => figures.CallsPerSecond), "0.0", Goal.AtLeast(1.3)),
        ("server CPU a call, the same", Of(Kind.CrowdFewRounds, figures => figures.ServerMilliseconds), "0.00 ms", Goal.AtMost(0.8)),
        ("database CPU a call, the same", Of(Kind.CrowdFewRounds, figures => figures.DatabaseMilliseconds), "0.00 ms", Goal.AtMost(1.05)),
        ("calls a second, 100,000 iterations, {0} callers", Of(Kind.CrowdAllRounds, figures => figures.CallsPerSecond), "0.0", Goal.AtLeast(5)),
        // 25 ms against 751 ms, when the goal was set.
        ("webhook p99 without a hash, the same", Of(Kind.CrowdAllRounds, figures => figures.P99WithoutHash), "0.0 ms", Goal.AtMost(0.033)),
        ($"passwords hashed together by a thread, of {PasswordHash.MaxAtOnce}, the same", Of(Kind.CrowdAllRounds, figures => figures.HashedTogether ?? double.NaN), "0.0", null),
        ("calls a second after the start, relative to the first row", StartOf, "0.00", new(0.8, IsMost: false, OfProduct: true)),
        ("server CPU a call, 60 new calls a second", Of(Kind.Steady, figures => figures.ServerMilliseconds), "0.00 ms", Goal.AtMost(0.9)),
        ("webhook p99, the same", Of(Kind.Steady, figures => figures.P99), "0.0 ms", Goal.AtMost(1)),
        ("calls a second, 1,000 iterations, 16 callers", Of(Kind.FewRounds, figures => figures.CallsPerSecond), "0.0", Goal.AtLeast(1.3)),
    ];

    /// <summary>Writes the table. The second of <paramref name="builds"/> is the plain service.</summary>
    public static string Write(MeasuredMachine machine, BenchSettings settings, IReadOnlyList<MeasuredBuild> builds)
    {
        var (product, plain) = (builds[0], builds[1]);
        var text = new StringBuilder(machine.Describe());
        text.Append(FormattableString.Invariant($"The server is {product.Build.Name}. Median of {settings.Rounds} rounds of {settings.Duration.TotalSeconds:0} s, "))
            .Append(FormattableString.Invariant($"and {settings.StartDuration.TotalSeconds:0} s after the start; in brackets the noise: the difference "))
            .Append("between the highest and the lowest round, relative to the median.\n\n");
        text.Append(Line(["figure", "server", plain.Build.Name, "ratio", "goal"])).Append(Line(["---", "---:", "---:", "---:", "---"]));
        foreach (var (what, read, format, goal) in Rows)
        {
            var (one, other) = (read(product), read(plain));
            text.Append(Line(
            [
                string.Format(CultureInfo.InvariantCulture, what, settings.Crowd), Cell(one, format), Cell(other, format), Ratio(one.Median, other.Median),
                goal?.Judge(one.Median, other.Median) ?? "",
            ]));
        }

        // The peak only grows. This is the maximum of all servers and rounds, without noise.
        var (most, plainMost) = (Peak(product), Peak(plain));
        text.Append(Line(
        [
            "peak memory of the server", FormattableString.Invariant($"{most:0} MB"), FormattableString.Invariant($"{plainMost:0} MB"), Ratio(most, plainMost),
            Goal.AtMost(1.2).Judge(most, plainMost),
        ]));
        return text.Append(Cleanness(builds)).ToString();
    }

    private static Func<MeasuredBuild, Spread> Of(Kind kind, Func<RoundFigures, double> read) =>
        build => Spread.Of(build.Runs.Where(run => run.Kind == kind).Select(run => read(run.Figures)));

    // Each start is compared with the steady state of its own round.
    private static Spread StartOf(MeasuredBuild build) => Spread.Of(
        from start in build.Runs
        where start.Kind == Kind.Start
        from steady in build.Runs
        where steady.Kind == Kind.CrowdFewRounds && steady.Round == start.Round
        select start.Figures.CallsPerSecond / steady.Figures.CallsPerSecond);

    private static double Peak(MeasuredBuild build) => build.Runs.Max(run => run.Figures.PeakMegabytes);
}
