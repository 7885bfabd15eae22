using System.Globalization;
using System.Text;
using Ivr.Bench.Reports;
using static Ivr.Bench.Reports.Markdown;

namespace Ivr.Bench.Cluster;

/// <summary>Computes what several loads need from the measured cost of a call, with the formulas of docs/scaling.md.</summary>
internal static class CapacityTable
{
    private const int CoresOfAServer = 8;

    // A server is down while another one is replaced, in the peak minute.
    private const int SpareServers = 2;
    private const int FewestServers = 2;

    // Vacuum, a purge, the companies' pages, and other systems that read the feed.
    private const int SpareOfPostgres = 3;

    // The pool of the calls, of the pages and of the background work.
    private const int ConnectionsOfAServer = 20 + 6 + 3;
    private const int OtherConnections = 30;

    private static readonly (string Name, double Rate)[] Loads =
    [
        ("30 % of entries by phone", 6.6), ("all by phone", 33), ("twice the country", 66), ("five times", 165), ("ten times", 330),
    ];

    /// <summary>
    /// Writes a column for each load. <paramref name="measured"/> is the load that the cost of a call is taken from, and
    /// <paramref name="hashMilliseconds"/> the processor time of a password that is hashed alone.
    /// </summary>
    public static void Write(StringBuilder text, MeasuredLoad measured, double hashMilliseconds)
    {
        var server = Median(call => call.Servers) + hashMilliseconds;
        var (leader, standby, front, wal) = (Median(call => call.Leader), Median(call => call.Standbys) / 2, Median(call => call.Fronts), Median(call => call.Wal));
        text.Append(Line(["", .. Loads.Select(load => load.Name)])).Append(Line(["---", .. Loads.Select(_ => "---:")]));
        Row("calls a second, in the worst minute", rate => rate, "0.#");
        Row("cores of all servers, passwords hashed one at a time", rate => rate * server / 1000, "0.0");
        Row($"servers of {CoresOfAServer} cores", rate => Servers(rate, server), "0");
        Row("cores of HAProxy", rate => rate * front / 1000, "0.00");
        Row("cores of the leader", rate => rate * leader / 1000 * SpareOfPostgres, "0.00");
        Row("cores of each standby", rate => rate * standby / 1000 * SpareOfPostgres, "0.00");
        Row("write-ahead log, MB/s", rate => rate * wal / 1_000_000, "0.0");
        Row("connections, with a pool of 20", rate => (Servers(rate, server) * ConnectionsOfAServer) + OtherConnections, "0");

        double Median(Func<ClusterCost, double> read) => Spread.Of(measured.Runs.Select(run => read(run.Call))).Median;

        void Row(string what, Func<double, double> of, string format) =>
            text.Append(Line([what, .. Loads.Select(load => of(load.Rate).ToString(format, CultureInfo.InvariantCulture))]));
    }

    private static double Servers(double rate, double milliseconds) =>
        Math.Max(FewestServers, Math.Ceiling(rate * SpareServers * milliseconds / 1000 / CoresOfAServer));
}
