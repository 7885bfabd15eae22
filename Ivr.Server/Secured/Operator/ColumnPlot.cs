using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Html;

namespace Ivr.Server.Secured.Operator;

/// <summary>Draws stacked columns as SVG. The style sheet has the colours.</summary>
internal static class ColumnPlot
{
    private const double Width = 720;
    private const double Height = 200;
    private const double Left = 46;
    private const double Top = 16;
    private const double Bottom = 28;
    private const double Gap = 0.22;

    private const double Floor = Height - Bottom;

    private static readonly double[] Rounds = [1, 2, 4, 5, 10];

    /// <summary>
    /// Draws a plot. <paramref name="title"/> is the text for users who do not see it. <paramref name="series"/> are stacked from the
    /// bottom. <paramref name="ticks"/> has the labels under some columns, by index of the column.
    /// </summary>
    public static IHtmlContent Draw(string title, IReadOnlyList<Series> series, IReadOnlyDictionary<int, string> ticks)
    {
        var columns = series[0].Values.Count;
        var top = RoundedUp(Enumerable.Range(0, columns).Max(column => series.Sum(one => one.Values[column])));
        var wide = (Width - Left) / columns;
        var svg = new StringBuilder();
        svg.Append(Invariant, $"<svg class=\"plot\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(title)}\">");
        foreach (var mark in new[] { 0, top / 2, top })
        {
            var y = Y(mark, top);
            svg.Append(Invariant, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width}\" y1=\"{y:0.#}\" y2=\"{y:0.#}\"/>");
            svg.Append(Invariant, $"<text class=\"mark\" x=\"{Left - 6}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{mark:0.##}</text>");
        }

        for (var column = 0; column < columns; column++)
            DrawColumn(svg, series, column, Left + column * wide + wide * Gap / 2, wide * (1 - Gap), top);
        foreach (var (column, words) in ticks)
        {
            svg.Append(
                Invariant,
                $"<text class=\"mark\" x=\"{Left + (column + 0.5) * wide:0.#}\" y=\"{Height - 6}\" text-anchor=\"{Anchor(column, columns)}\">{WebUtility.HtmlEncode(words)}</text>");
        }

        return new HtmlString(svg.Append("</svg>").ToString());
    }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static void DrawColumn(StringBuilder svg, IReadOnlyList<Series> series, int column, double x, double width, double top)
    {
        var below = 0.0;
        for (var one = 0; one < series.Count; one++)
        {
            var value = series[one].Values[column];
            if (value == 0)
                continue;
            var (high, low) = (Y(below + value, top), Y(below, top));
            svg.Append(Invariant, $"<rect class=\"series-{one + 1}\" x=\"{x:0.##}\" y=\"{high:0.##}\" width=\"{width:0.##}\" height=\"{low - high:0.##}\" rx=\"1.5\"/>");
            below += value;
        }
    }

    private static double Y(double value, double top) => Floor - value / top * (Floor - Top);

    private static string Anchor(int column, int columns) => column == 0 ? "start" : column == columns - 1 ? "end" : "middle";

    // 1, 2, 4 or 5 times a power of ten, so that half of it is easy to read too.
    private static double RoundedUp(double most)
    {
        if (most <= 1)
            return 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
        return Rounds.Select(round => round * power).First(round => round >= most);
    }
}
