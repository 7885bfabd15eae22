using System.Xml.Linq;

namespace Ivr.Bench.Growth.Graphs;

/// <summary>
/// Draws a graph as SVG that stands alone: no script, no font of its own, its own background, light or dark as the reader has it. Written
/// here: the plotting libraries of NuGet need native code to draw, and none of them draws for both.
/// </summary>
internal static class SvgGraph
{
    private const double Width = 720;
    private const double Height = 360;
    private const double Left = 72;
    private const double Right = 28;
    private const double Top = 76;
    private const double Bottom = 56;
    private const double Radius = 4;

    // Lines differ in colour and in the form of their points.
    private const string Style = """
        .paper { fill: #ffffff } text { fill: #1f2933; font: 13px system-ui, sans-serif } .title { font-size: 16px; font-weight: 600 }
        .grid { stroke: #d5dae0 } .line { fill: none; stroke-width: 2 } .spread { stroke-width: 1.5 }
        .one { stroke: #1d4ed8; color: #1d4ed8 } .two { stroke: #b45309; color: #b45309; stroke-dasharray: 6 3 } .spread, .point { stroke-dasharray: none }
        .point { fill: currentColor }
        @media (prefers-color-scheme: dark) {
          .paper { fill: #12181f } text { fill: #e4e9ee } .grid { stroke: #333d48 }
          .one { stroke: #7cacff; color: #7cacff } .two { stroke: #ffb454; color: #ffb454 }
        }
        """;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private static readonly string[] Classes = ["one", "two"];

    /// <summary>Draws it.</summary>
    /// <param name="graph">At most two lines.</param>
    public static string Draw(Graph graph)
    {
        var points = graph.Lines.SelectMany(line => line.Points).ToList();
        var sizes = Axis.OfSizes([.. points.Select(point => point.Size).Distinct().Order()]);
        var most = points.Max(point => point.Figure.Most);
        var figures = graph.IsLogarithmic ? Axis.Logarithmic(points.Min(point => point.Figure.Least), most) : Axis.Linear(most);
        return new XElement(
            Svg + "svg",
            new XAttribute("viewBox", Invariant($"0 0 {Width} {Height}")),
            new XAttribute("role", "img"),
            new XElement(Svg + "title", $"{graph.Title}: {graph.Figures}, by {graph.Sizes}"),
            new XElement(Svg + "style", Style),
            new XElement(Svg + "rect", Class("paper"), new XAttribute("width", Width), new XAttribute("height", Height), new XAttribute("rx", 6)),
            Text(Left, 26, "start", graph.Title, "title"),
            Text(Left, 50, "start", graph.Figures),
            Text((Left + Width - Right) / 2, Height - 12, "middle", graph.Sizes),
            figures.Marks.SelectMany(mark => Horizontal(Y(figures, mark), Axis.Short(mark))),
            sizes.Marks.Select(mark => Text(X(sizes, mark), Height - Bottom + 20, "middle", Axis.Short(mark))),
            graph.Lines.SelectMany((line, index) => Line(line, Classes[index], sizes, figures)),
            graph.Lines.SelectMany((line, index) => Legend(line.Name, index, graph.Lines.Count))).ToString();
    }

    private static IEnumerable<XElement> Horizontal(double y, string mark)
    {
        yield return Straight("grid", Left, y, Width - Right, y);
        yield return Text(Left - 10, y + 4, "end", mark);
    }

    private static IEnumerable<XElement> Line(GraphLine line, string name, Axis sizes, Axis figures)
    {
        var places = line.Points.Select(point => (X: X(sizes, point.Size), Y: Y(figures, point.Figure.Median), point.Figure)).ToList();
        yield return new XElement(
            Svg + "polyline", Class($"line {name}"), new XAttribute("points", string.Join(' ', places.Select(place => Invariant($"{place.X:0.#},{place.Y:0.#}")))));
        foreach (var (x, y, figure) in places)
        {
            yield return Straight($"spread {name}", x, Y(figures, figure.Least), x, Y(figures, figure.Most));
            yield return Point(name, x, y);
        }
    }

    private static IEnumerable<XElement> Legend(string name, int index, int count)
    {
        const double wide = 170;
        var x = Width - Right - ((count - index) * wide);
        yield return Straight($"line {Classes[index]}", x, 46, x + 28, 46);
        yield return Point(Classes[index], x + 14, 46);
        yield return Text(x + 36, 50, "start", name);
    }

    private static XElement Point(string name, double x, double y) => name == Classes[0]
        ? new(Svg + "circle", Class($"point {name}"), At("cx", x), At("cy", y), At("r", Radius))
        : new(Svg + "rect", Class($"point {name}"), At("x", x - Radius), At("y", y - Radius), At("width", Radius * 2), At("height", Radius * 2));

    private static XElement Straight(string name, double x1, double y1, double x2, double y2) =>
        new(Svg + "line", Class(name), At("x1", x1), At("y1", y1), At("x2", x2), At("y2", y2));

    private static XElement Text(double x, double y, string anchor, string text, string? name = null) =>
        new(Svg + "text", name is null ? null : Class(name), At("x", x), At("y", y), new XAttribute("text-anchor", anchor), text);

    private static XAttribute Class(string name) => new("class", name);

    private static XAttribute At(string name, double place) => new(name, Invariant($"{place:0.#}"));

    private static double X(Axis axis, double size) => Left + (axis.Place(size) * (Width - Left - Right));

    private static double Y(Axis axis, double figure) => Height - Bottom - (axis.Place(figure) * (Height - Top - Bottom));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
