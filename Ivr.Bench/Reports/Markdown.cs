using System.Globalization;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Reports;

/// <summary>The parts of the tables that compare builds.</summary>
internal static class Markdown
{
    public static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";

    /// <summary>The median, and the noise in brackets; empty when nothing was measured.</summary>
    public static string Cell(Spread spread, string format) => double.IsNaN(spread.Median)
        ? ""
        : FormattableString.Invariant($"{spread.Median.ToString(format, CultureInfo.InvariantCulture)} ({spread.Noise * 100:0} %)");

    /// <summary>How many times the second figure the first one is; empty when there is no such number.</summary>
    public static string Ratio(double one, double other) => one >= 0 && other > 0 ? (one / other).ToString("0.00", CultureInfo.InvariantCulture) : "";

    /// <summary>Whether the loads of all builds were clean, and which were not.</summary>
    public static string Cleanness(IReadOnlyList<MeasuredBuild> builds)
    {
        var unclean = builds.Select(build => (build.Build.Name, Count: build.Runs.Count(run => !run.IsClean), Of: build.Runs.Count)).Where(build => build.Count > 0).ToList();
        return unclean.Count == 0
            ? "\nNo call failed, and after each load the rows on record were the confirmed calls.\n"
            : string.Concat(unclean.Select(build =>
                FormattableString.Invariant($"\n**{build.Name}: in {build.Count} of {build.Of} loads calls failed, or the rows were not the confirmed calls.**\n")));
    }
}
