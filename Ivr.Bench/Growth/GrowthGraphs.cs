using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Makes the graphs of all figures.</summary>
internal static class GrowthGraphs
{
    /// <summary>Returns each graph with the name of its file.</summary>
    public static IEnumerable<(string Name, Graph Graph)> Of(GrowthFigures figures) =>
    [
        .. Of("calls", "calls at once", figures.Crowds),
        .. Of("clients", "clients", figures.Clients),
        .. Of("prestations", "prestations on record", figures.Prestations),
        ("import-time", new("Import", "clients", "seconds", [Line("time", figures.Imports, import => import.Seconds)]) { IsLogarithmic = true }),
        ("import-memory", new("Import", "clients", "MB at most", [Line("memory", figures.Imports, import => import.PeakMegabytes)])),
    ];

    private static IEnumerable<(string Name, Graph Graph)> Of(string name, string sizes, IReadOnlyList<GrowthPoint> points) =>
    [
        ($"{name}-cost", new("Processor time a call", sizes, "ms", [Line("server", points, load => load.ServerMilliseconds), Line("database", points, load => load.DatabaseMilliseconds)])),
        ($"{name}-latency", new("Webhooks", sizes, "ms", [Line("p50", points, load => load.P50), Line("p99", points, load => load.P99)]) { IsLogarithmic = true }),
        ($"{name}-memory", new("Memory of the server", sizes, "MB at most", [Memory(points)])),
    ];

    private static GraphLine Line(string name, IReadOnlyList<GrowthPoint> points, Func<RoundFigures, double> read) =>
        new(name, [.. points.Select(point => (point.Size, Spread.Of(point.Loads.Select(read))))]);

    private static GraphLine Line(string name, IReadOnlyList<ImportFigures> imports, Func<ImportFigures, double> read) =>
        new(name, [.. imports.Select(import => (import.Clients, Spread.Of([read(import)])))]);

    // The peak only grows, so the value of the last load is the maximum.
    private static GraphLine Memory(IReadOnlyList<GrowthPoint> points) =>
        new("server", [.. points.Select(point => (point.Size, Spread.Of([point.Loads[^1].PeakMegabytes])))]);
}
