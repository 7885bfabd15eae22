using System.Globalization;
using System.Text;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Writes the page on growth as Markdown, with its graphs beside it.</summary>
internal static class GrowthReport
{
    private static readonly (string Name, Func<RoundFigures, double> Read, string Format)[] Columns =
    [
        ("server CPU a call", load => load.ServerMilliseconds, "0.00 ms"),
        ("database CPU a call", load => load.DatabaseMilliseconds, "0.00 ms"),
        ("webhook p50", load => load.P50, "0.0 ms"),
        ("webhook p99", load => load.P99, "0.0 ms"),
    ];

    private static readonly (string Name, Func<RoundFigures, double> Read, string Format) CallsASecond = ("calls a second", load => load.CallsPerSecond, "0");

    /// <summary>Writes the page and its graphs. The graphs go into a folder with the name of the page.</summary>
    public static async Task WriteAsync(string page, MeasuredMachine machine, GrowthSettings settings, GrowthFigures figures, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.ChangeExtension(Path.GetFullPath(page), null));
        foreach (var (name, graph) in GrowthGraphs.Of(figures))
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{name}.svg"), new GraphPlot(graph).Draw(), cancellationToken);
        await File.WriteAllTextAsync(page, Page(folder.Name, machine, settings, figures), cancellationToken);
    }

    private static string Page(string folder, MeasuredMachine machine, GrowthSettings settings, GrowthFigures figures)
    {
        var text = new StringBuilder();
        text.Append($"""
            # Growth

            The cost of a call while the load and the data grow. `./bench --growth` writes this page and its graphs, on any machine;
            [Benchmarks](benchmarks.md#what-each-one-measures) explains the measurement.

            {machine.Describe().TrimEnd()}
            Each figure is the median of {settings.Rounds} rounds of {Number(settings.Duration.TotalSeconds, "0")} s or more; the sizes alternate within each round.
            The number in brackets is the noise: the difference between the highest and the lowest round, relative to the median. Passwords have {Thousands(GrowthSettings.Iterations)} PBKDF2 iterations, so that the hash does not dominate.
            {(figures.IsClean ? "No call failed, and after each load the rows on record were the confirmed calls." : "**In some loads calls failed, or the rows were not the confirmed calls.**")}


            """);
        Section(
            text, folder, "Calls at once", "calls", "at once", figures.Crowds, Columns,
            $"{settings.NewCalls} new calls a second, with Poisson arrivals. The calls become longer, so the number of concurrent calls grows. "
            + "A server keeps nothing of a call between two webhooks, so its memory depends only on the concurrent webhooks.",
            "All calls of these loads count: the generator's first second is in them, while its own code is compiled.");
        Section(
            text, folder, "Clients", "clients", "clients", figures.Clients, [.. Columns, CallsASecond],
            $"{GrowthSettings.Callers} concurrent callers, who call again as soon as a call ends, for clients from the whole table: the maximum load of the server.");
        Section(
            text, folder, "Prestations on record", "prestations", "prestations", figures.Prestations, [.. Columns, CallsASecond],
            $"The same {GrowthSettings.Callers} callers. The recorded entries are from the last 36 months, of {Thousands(settings.People.Workers)} workers and {Thousands(settings.People.Clients)} clients.");
        Imports(text, folder, figures.Imports);
        Starts(text, settings, figures.Starts);
        return text.ToString();
    }

    private static void Section(
        StringBuilder text,
        string folder,
        string title,
        string name,
        string what,
        IReadOnlyList<GrowthPoint> points,
        IReadOnlyList<(string Name, Func<RoundFigures, double> Read, string Format)> columns,
        string how,
        string? note = null)
    {
        text.Append($"## {title}\n\n{how}\n\n![{title}: processor time a call]({folder}/{name}-cost.svg)\n\n");
        text.Append(Line([what, .. columns.Select(column => column.Name), "peak memory of the server"]));
        text.Append(Line(["---:", .. columns.Select(_ => "---:"), "---:"]));
        foreach (var point in points)
        {
            text.Append(Line(
            [
                Thousands(point.Size),
                .. columns.Select(column => Figure(Spread.Of(point.Loads.Select(column.Read)), column.Format)),
                // The peak only grows, so the value of the last load is the maximum.
                $"{Number(point.Loads[^1].PeakMegabytes, "0")} MB",
            ]));
        }

        text.Append($"\nFrom the first row to the last: {string.Join(", ", columns.Take(2).Select(column => $"{column.Name} × {Ratio(points, column.Read)}"))}.\n{note}{(note is null ? "" : "\n")}\n");
        text.Append($"![{title}: how long webhooks take]({folder}/{name}-latency.svg)\n\n![{title}: memory of the server]({folder}/{name}-memory.svg)\n\n");
    }

    private static void Imports(StringBuilder text, string folder, IReadOnlyList<ImportFigures> imports)
    {
        text.Append($"""
            ## Import

            `import clients`, each time into a database without clients. An import loads the whole file or nothing. The command processes 256 rows at a time, so its
            memory is bounded.

            ![Import: time]({folder}/import-time.svg)


            """);
        text.Append(Line(["clients", "time", "clients a second", "peak memory"])).Append(Line(["---:", "---:", "---:", "---:"]));
        foreach (var import in imports)
        {
            text.Append(Line(
                [Thousands(import.Clients), $"{Number(import.Seconds, "0.0")} s", Thousands((long)(import.Clients / import.Seconds)), $"{Number(import.PeakMegabytes, "0")} MB"]));
        }

        text.Append($"\n![Import: memory]({folder}/import-memory.svg)\n\n");
    }

    private static void Starts(StringBuilder text, GrowthSettings settings, IReadOnlyList<StartFigures> starts)
    {
        text.Append($"## Start\n\nFrom the start of the server process to the last byte of the response to a call's first webhook, on a database that was used before; {settings.Starts} starts.\n\n");
        text.Append(Line(["", "median", "lowest", "highest"])).Append(Line(["---", "---:", "---:", "---:"]));
        foreach (var (name, spread) in (IEnumerable<(string, Spread)>)
            [("time", Spread.Of(starts.Select(start => start.Milliseconds))), ("processor time", Spread.Of(starts.Select(start => start.ProcessorMilliseconds)))])
        {
            text.Append(Line([name, .. new[] { spread.Median, spread.Least, spread.Max }.Select(figure => $"{Number(figure, "0")} ms")]));
        }
    }

    private static string Ratio(IReadOnlyList<GrowthPoint> points, Func<RoundFigures, double> read) =>
        Number(Spread.Of(points[^1].Loads.Select(read)).Median / Spread.Of(points[0].Loads.Select(read)).Median, "0.00");

    private static string Figure(Spread spread, string format) => $"{Number(spread.Median, format)} ({Number(spread.Noise * 100, "0")} %)";

    private static string Thousands(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Number(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
