using System.Globalization;
using ScottPlot;
using ScottPlot.Plottables;
using ScottPlot.TickGenerators;

namespace Ivr.Bench.Growth;

/// <summary>
/// Draws a graph of at most two lines as SVG. The lines differ in colour and in the shape of their points. A bar goes from the minimum to
/// the maximum.
/// </summary>
internal sealed class GraphPlot(Graph graph)
{
    private const int Width = 720;
    private const int Height = 360;
    private const float LineWidth = 2;
    private const float MarkerSize = 9;

    // The space above the maximum, as a part of the maximum.
    private const double TopMargin = 0.1;

    // Without this name, ScottPlot takes another font. A reader may not have this font either: Verdana has the same width.
    private const string Font = "DejaVu Sans";
    private const string ReadersFonts = $"{Font}, Verdana, sans-serif";

    private static readonly (string Color, MarkerShape Marker)[] Looks = [("#1d4ed8", MarkerShape.FilledCircle), ("#b45309", MarkerShape.FilledSquare)];

    private readonly List<long> _sizes = [.. graph.Lines.SelectMany(line => line.Points).Select(point => point.Size).Distinct().Order()];

    /// <summary>Returns an SVG document.</summary>
    public string Draw()
    {
        using var plot = new Plot();
        plot.Font.Set(Font);
        plot.Title(graph.Title);
        plot.XLabel(graph.Sizes);
        plot.YLabel(graph.Figures);
        plot.ShowLegend(Edge.Right);
        foreach (var (line, look) in graph.Lines.Zip(Looks))
            Draw(plot, line, Color.FromHex(look.Color), look.Marker);
        plot.Axes.Bottom.TickGenerator = new NumericManual([.. _sizes.Select(X)], [.. _sizes.Select(size => Short(size))]);
        ShowFigures(plot);
        return plot.GetSvgXml(Width, Height).Replace($"\"{Font}\"", $"\"{ReadersFonts}\"", StringComparison.Ordinal);
    }

    private void Draw(Plot plot, GraphLine line, Color color, MarkerShape marker)
    {
        double[] sizes = [.. line.Points.Select(point => X(point.Size))];
        double[] medians = [.. line.Points.Select(point => Y(point.Figure.Median))];
        var below = line.Points.Select((point, place) => medians[place] - Y(point.Figure.Least));
        var above = line.Points.Select((point, place) => Y(point.Figure.Max) - medians[place]);
        plot.Add.Plottable(new ErrorBar(sizes, medians, xErrorsNegative: null, xErrorsPositive: null, yErrorsNegative: [.. below], yErrorsPositive: [.. above]) { Color = color });
        var drawn = plot.Add.Scatter(sizes, medians, color);
        drawn.LegendText = line.Name;
        drawn.LineWidth = LineWidth;
        drawn.MarkerShape = marker;
        drawn.MarkerSize = MarkerSize;
    }

    private void ShowFigures(Plot plot)
    {
        var figures = graph.Lines.SelectMany(line => line.Points).Select(point => point.Figure).ToList();
        var (least, most) = (Y(figures.Min(figure => figure.Least)), Y(figures.Max(figure => figure.Max)));
        if (!graph.IsLogarithmic)
        {
            plot.Axes.SetLimitsY(0, most * (1 + TopMargin));
            plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = Short };
            return;
        }

        // Whole powers of ten around all figures.
        plot.Axes.SetLimitsY(Math.Floor(least), Math.Max(Math.Floor(least) + 1, Math.Ceiling(most)));
        plot.Axes.Left.TickGenerator = new NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = power => Short(Math.Pow(10, power)),
            MinorTickGenerator = new LogDecadeMinorTickGenerator(),
        };
    }

    // Equal factors have equal distances. The size 0 is drawn where a tenth of the smallest size would be.
    private double X(long size) => size > 0 ? Math.Log10(size) : Math.Log10(_sizes.Find(other => other > 0)) - 1;

    private double Y(double figure) => graph.IsLogarithmic ? Math.Log10(figure) : figure;

    // Writes a number in few characters: 3k, 10M, 0.05.
    private static string Short(double figure) => figure switch
    {
        >= 1_000_000 => (figure / 1_000_000).ToString("0.#", CultureInfo.InvariantCulture) + "M",
        >= 1000 => (figure / 1000).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        _ => figure.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
