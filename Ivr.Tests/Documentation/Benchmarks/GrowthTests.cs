using System.Globalization;
using System.Xml.Linq;
using Ivr.Bench.Growth;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation.Benchmarks;

/// <summary>Tests that the parts of ./bench --growth work. Whether the cost of a call grows is not tested here.</summary>
[Collection<BenchRuns>]
public sealed class GrowthTests(SharedBenchCluster cluster)
{
    private static readonly GrowthSettings Little = GrowthSettings.Brief with
    {
        Crowds = LongRuns.Of<int[]>([4], full: [1, 4]),
        NewCalls = 10,
        Clients = LongRuns.Of<int[]>([40], full: [20, 40]),
        Prestations = LongRuns.Of<int[]>([720], full: [0, 720]),
        Workers = 8,
        People = (8, 20),
        WarmUpCalls = 2,
        Rounds = 1,
        WarmUp = TimeSpan.Zero,
        Duration = TimeSpan.FromSeconds(1),
        Starts = 1,
    };

    private static readonly MeasuredMachine MeasuredMachine = new("Processor", 2, 8, "Software", "ext4", BusyBefore: 0);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_size_is_measured()
    {
        var figures = await new GrowthRun(Little, cluster.Started, _ => { }).RunAsync(Stop);

        Assert.True(figures.IsClean);
        Assert.Equal(Little.Crowds.Select(size => (long)size), figures.Crowds.Select(point => point.Size));
        Assert.Equal(Little.Clients.Select(size => (long)size), figures.Clients.Select(point => point.Size));
        Assert.Equal(Little.Prestations.Select(size => (long)size), figures.Prestations.Select(point => point.Size));
        var loads = figures.Crowds.Concat(figures.Clients).Concat(figures.Prestations).Select(point => Assert.Single(point.Loads)).ToList();
        Assert.All(loads, load => Assert.InRange(load.ServerMilliseconds, 0.1, 10_000));
        Assert.All(loads, load => Assert.InRange(load.DatabaseMilliseconds, 0.01, 10_000));
        Assert.All(loads, load => Assert.InRange(load.PeakMegabytes, 20, 100_000));
        Assert.Equal(Little.Clients.Select(size => (long)size), figures.Imports.Select(import => import.Clients));
        Assert.All(figures.Imports, import => Assert.InRange(import.PeakMegabytes, 20, 100_000));
        Assert.All(figures.Imports, import => Assert.InRange(import.Seconds, 0.05, 600));
        Assert.InRange(Assert.Single(figures.Starts).Milliseconds, 50, 60_000);
    }

    [Fact]
    public async Task The_page_has_the_numbers_beside_each_graph()
    {
        using var folder = new TemporaryFolder();

        await GrowthReport.WriteAsync(folder.In("growth.md"), MeasuredMachine, GrowthSettings.Full, MadeUp(isClean: true), Stop);

        var page = await File.ReadAllTextAsync(folder.In("growth.md"), Stop);
        Assert.DoesNotContain("**", page, StringComparison.Ordinal);
        Assert.Contains("| 10,000,000 | 1.20 ms (17 %) | 0.50 ms (0 %) |", page, StringComparison.Ordinal);
        Assert.Contains("× 1.20", page, StringComparison.Ordinal);
        Assert.Contains("× 1.00", page, StringComparison.Ordinal);
        Assert.Contains("| 10,000,000 | 100.0 s | 100,000 | 90 MB |", page, StringComparison.Ordinal);
        Assert.Contains(" | 800 ms | 700 ms | 900 ms |", page, StringComparison.Ordinal);
        var drawn = Directory.GetFiles(folder.In("growth"), "*.svg").Select(file => $"(growth/{Path.GetFileName(file)})").ToList();
        Assert.Equal(11, drawn.Count);
        Assert.All(drawn, file => Assert.Contains(file, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_call_is_not_hidden()
    {
        using var folder = new TemporaryFolder();

        await GrowthReport.WriteAsync(folder.In("growth.md"), MeasuredMachine, GrowthSettings.Full, MadeUp(isClean: false), Stop);

        var page = await File.ReadAllTextAsync(folder.In("growth.md"), Stop);
        Assert.Contains("**", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sizes_ten_times_as_large_are_equally_far_apart_and_what_is_flat_is_drawn_flat()
    {
        using var folder = new TemporaryFolder();

        await GrowthReport.WriteAsync(folder.In("growth.md"), MeasuredMachine, GrowthSettings.Full, MadeUp(isClean: true), Stop);

        var drawing = XDocument.Load(folder.In("growth/prestations-cost.svg"));
        var (server, database) = (Line(drawing, "#1D4ED8"), Line(drawing, "#B45309"));
        // The sizes are 0, 100,000, one million and ten million.
        Assert.Equal(4, server.Count);
        Assert.All(server.Zip(server.Skip(1)), pair => Assert.Equal((server[3].X - server[0].X) / 3, pair.Second.X - pair.First.X, 0.2));
        Assert.Single(database.Select(place => place.Y).Distinct());
        Assert.True(server[3].Y < server[0].Y, "What costs more is drawn higher.");
        Assert.True(server[0].Y < database[0].Y, "The server costs more than the database.");
    }

    // The first path of a colour with stroke width 2, for example "M75.01 154.6L209 149.9L343 142.7".
    private static List<(double X, double Y)> Line(XDocument drawing, string color)
    {
        var path = drawing.Descendants().First(element =>
            element.Name.LocalName == "path" && element.Attribute("stroke")?.Value == color && element.Attribute("stroke-width")?.Value == "2");
        return [.. path.Attribute("d")!.Value[1..].Split('L').Select(place => place.Split(' ')).Select(place => (Number(place[0]), Number(place[1])))];
    }

    private static double Number(string written) => double.Parse(written, CultureInfo.InvariantCulture);

    private static GrowthFigures MadeUp(bool isClean) => new(
        Points(isClean, 1, 10, 100),
        Points(isClean: true, 10_000, 100_000, 1_000_000, 10_000_000),
        Points(isClean: true, 0, 100_000, 1_000_000, 10_000_000),
        [new(10_000, 1, 80), new(10_000_000, 100, 90)],
        [new(900, 600), new(700, 500), new(800, 550)]);

    // The server costs a fifth more at the largest size.
    private static List<GrowthPoint> Points(bool isClean, params long[] sizes) =>
    [
        .. sizes.Select(size => new GrowthPoint(
            size, [.. ((double[])[0.9, 1.0, 1.1]).Select(part => new RoundFigures(isClean, 300, size == sizes[^1] ? part + 0.2 : part, 0.4, 0.5, 0.1, 1, 10, 9, 150))])),
    ];
}
