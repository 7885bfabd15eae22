using System.Globalization;

namespace Ivr.Tests.Documentation;

/// <summary>The page on scaling begins with README's figures and does its sums right: whoever replaces a measured figure is told what follows from it.</summary>
public sealed class ScalingPageTests
{
    private const int Cores = 8;
    private const int Pool = 20;
    private const int BesideThePool = 6 + 3;
    private const int Others = 30;

    private static readonly double[] Loads = [6.6, 33];

    private static readonly Dictionary<string, string[]> Rows = Page.Of("scaling.md").Rows
        .Where(cells => cells.Count == 3)
        .ToDictionary(cells => cells[0], cells => cells.Skip(1).ToArray(), StringComparer.Ordinal);

    [Fact]
    public void The_measured_figures_are_those_of_the_README()
    {
        var measured = Figures.OfTheReadme();
        Is("server, core time a call", measured.Number("server CPU a call, 100,000 rounds", "ms"), "0.0 ms");
        Is("server, core time a call, passwords one at a time", measured.Number("server CPU a call, on a real line", "ms", Figures.ThirtyByPhone), "0.0 ms");
        Is("PostgreSQL, core time a call", measured.Number("database CPU a call, on a real line", "ms", Figures.AllByPhone), "0.0 ms");
        Is("memory of a server", measured.Number("server memory, the most", "MB"), "0 MB");
    }

    [Fact]
    public void What_follows_from_the_measured_figures_is_what_it_says()
    {
        Says("calls/s of a server", _ => CallsASecond("server, core time a call"), "0");
        Says("servers", load => Servers(load, "server, core time a call"), "0");
        Says("calls/s of a server, passwords one at a time", _ => CallsASecond("server, core time a call, passwords one at a time"), "0");
        Says("servers, passwords one at a time", load => Servers(load, "server, core time a call, passwords one at a time"), "0");
        Says("cores of PostgreSQL", load => load * Figure("PostgreSQL, core time a call") / 1000 * 3, "0.00");
        Says("connections, with a pool of 20", Connections, "0");
        Says("memory of these connections", load => Connections(load) * Figure("memory of a connection"), "0 'MB'");
        Says("webhooks/s", load => load * Figure("webhooks a call"), "0");
        Says("rows/s", load => load * Figure("rows of a call"), "0");
    }

    private static double CallsASecond(string cost) => Cores / (Figure(cost) / 1000);

    private static double Servers(double load, string cost) => Math.Max(2, Math.Ceiling(load * 2 / CallsASecond(cost)));

    private static double Connections(double load) => (Servers(load, "server, core time a call") * (Pool + BesideThePool)) + Others;

    private static void Says(string row, Func<double, double> sum, string format) => Assert.Equal(
        (row, string.Join(" | ", Loads.Select(load => sum(load).ToString(format, CultureInfo.InvariantCulture)))), (row, string.Join(" | ", Rows[row])));

    private static void Is(string row, double measured, string format) =>
        Assert.Equal((row, measured.ToString(format, CultureInfo.InvariantCulture)), (row, Rows[row][0]));

    private static double Figure(string row) => double.Parse(Rows[row][0].Split(' ')[0], CultureInfo.InvariantCulture);
}
