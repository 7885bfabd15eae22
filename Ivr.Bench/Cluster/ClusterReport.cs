using System.Globalization;
using System.Text;
using Ivr.Bench.Reports;
using static Ivr.Bench.Reports.Markdown;

namespace Ivr.Bench.Cluster;

/// <summary>Writes the measurements on a cluster as Markdown tables.</summary>
internal static class ClusterReport
{
    private const string Milliseconds = "0.00 ms";

    private static readonly (string What, Func<ClusterFigures, double> Read, string Format)[] CallRows =
    [
        ("calls a second", figures => figures.CallsPerSecond, "0.0"),
        ("server CPU a call", figures => figures.Call.Servers, Milliseconds),
        ("HAProxy CPU a call", figures => figures.Call.Fronts, Milliseconds),
        ("leader CPU a call", figures => figures.Call.Leader, Milliseconds),
        ("of it the call's own statements", figures => figures.Call.LeaderCalls, Milliseconds),
        ("of it the call trace and other background work", figures => figures.Call.LeaderBackground, Milliseconds),
        ("of it the pages", figures => figures.Call.LeaderPages, Milliseconds),
        ("CPU of both standbys a call", figures => figures.Call.Standbys, Milliseconds),
        ("write-ahead log a call", figures => figures.Call.Wal / 1000, "0.0 'kB'"),
        ("webhook p50", figures => figures.P50, "0.0 ms"),
        ("webhook p99", figures => figures.P99, "0.0 ms"),
    ];

    private static readonly (string What, Func<ClusterFigures, double> Read, string Format)[] HistoryRows =
    [
        ("calls a second", figures => figures.CallsPerSecond, "0.0"),
        ("webhook p50", figures => figures.P50, "0.0 ms"),
        ("webhook p99", figures => figures.P99, "0.0 ms"),
        ("the longest webhook", figures => figures.Longest, "0 ms"),
        ("pages that were answered", figures => figures.Pages?.Answered ?? double.NaN, "0"),
        ("pages that were told to come back later", figures => figures.Pages?.Refused ?? double.NaN, "0"),
        ("half of the pages took at most", figures => figures.Pages?.Milliseconds ?? double.NaN, "0 ms"),
    ];

    public static string Write(MeasuredMachine machine, ClusterSettings settings, ClusterResult result)
    {
        var text = new StringBuilder(machine.Describe());
        text.Append(Invariant($"Three PostgreSQL under Patroni with a synchronous standby, etcd, HAProxy and four voice servers share it too. "))
            .Append(Invariant($"{settings.Entries:#,0} entries of one company are on record; passwords have {ClusterSettings.Iterations:#,0} PBKDF2 iterations. "))
            .Append(Invariant($"Median of {settings.Rounds} rounds of {settings.Duration.TotalSeconds:0} s, in turns; in brackets the noise: "))
            .Append("the difference between the highest and the lowest round, relative to the median. ")
            .Append("A call's costs contain those of the idle cluster.\n\nOne voice server and three on the same cluster:\n\n");
        Write(text, CallRows, result.Growth);
        text.Append("\nThe cost of a page, without calls:\n\n");
        Write(text, result.Pages, result.Idle);
        text.Append(Invariant($"\nCalls while one company's {settings.Entries:#,0} entries are read on {settings.Readers} pages at once. "))
            .Append("The standbys have half of the cores and everything else the other half, as if they were machines of their own:\n\n");
        Write(text, HistoryRows, result.History);
        text.Append("\nWhat follows for the country and for several times as many calls:\n\n");
        CapacityTable.Write(text, result.Growth[1], result.HashMilliseconds);
        return text.Append(Cleanness(result)).ToString();
    }

    private static void Write(StringBuilder text, (string What, Func<ClusterFigures, double> Read, string Format)[] rows, IReadOnlyList<MeasuredLoad> loads)
    {
        text.Append(Line(["", .. loads.Select(load => load.Name)])).Append(Line(["---", .. loads.Select(_ => "---:")]));
        foreach (var (what, read, format) in rows)
            text.Append(Line([what, .. loads.Select(load => Cell(Spread.Of(load.Runs.Select(read)), format))]));
    }

    private static void Write(StringBuilder text, IReadOnlyList<PageCost> pages, ClusterCost idle)
    {
        text.Append(Line(["page", "took", "server CPU", "leader CPU", "with a read replica: leader CPU", "standby CPU"]))
            .Append(Line(["---", "---:", "---:", "---:", "---:", "---:"]));
        foreach (var page in pages)
        {
            text.Append(Line(
            [
                page.Name, double.IsNaN(page.Milliseconds) ? "too long" : Number(page.Milliseconds, "0 ms"),
                Number(page.OnPrimary.Servers, "0.0 ms"), Number(page.OnPrimary.Leader, "0.0 ms"), Number(page.OnReplica.Leader, "0.0 ms"), Number(page.OnReplica.Standbys, "0.0 ms"),
            ]));
        }

        text.Append(Line(["none, a second", "", Number(idle.Servers, "0.0 ms"), Number(idle.Leader, "0.0 ms"), "", Number(idle.Standbys, "0.0 ms")]));
    }

    private static string Cleanness(ClusterResult result)
    {
        var unclean = result.Growth.Concat(result.History).Where(load => load.Runs.Any(run => !run.IsClean)).Select(load => load.Name).ToList();
        return unclean.Count == 0
            ? "\nNo call failed, and after each load the rows on record were the confirmed calls.\n"
            : $"\n**Calls failed, or the rows were not the confirmed calls: {string.Join("; ", unclean)}.**\n";
    }

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
