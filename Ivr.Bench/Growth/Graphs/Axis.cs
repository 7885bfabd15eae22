using System.Globalization;

namespace Ivr.Bench.Growth.Graphs;

/// <summary>Where on a line a figure lies, from 0 to 1, and the marks beside it.</summary>
/// <param name="Place">Of a figure.</param>
/// <param name="Marks">Round figures, the least first.</param>
internal sealed record Axis(Func<double, double> Place, IReadOnlyList<double> Marks)
{
    private const int MostMarks = 6;

    private static readonly double[] Steps = [1, 2, 5];

    /// <summary>From 0 to a bit more than the most, in even steps.</summary>
    public static Axis Linear(double most)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(most)) - 1);
        var step = Steps.Concat(Steps.Select(step => step * 10)).Select(step => step * power).First(step => most / step <= MostMarks);
        var top = Math.Ceiling(most / step) * step;
        return new(figure => figure / top, [.. Enumerable.Range(0, (int)Math.Round(top / step) + 1).Select(mark => mark * step)]);
    }

    /// <summary>Whole powers of ten around all figures.</summary>
    public static Axis Logarithmic(double least, double most)
    {
        var from = Math.Floor(Math.Log10(least));
        var to = Math.Max(from + 1, Math.Ceiling(Math.Log10(most)));
        return new(
            figure => (Math.Log10(figure) - from) / (to - from),
            [.. Enumerable.Range((int)from, (int)(to - from) + 1).Select(power => Math.Pow(10, power))]);
    }

    /// <summary>Sizes, of which equal factors are equal distances; none at all lies where a tenth of the smallest would.</summary>
    public static Axis OfSizes(IReadOnlyList<long> sizes)
    {
        double smallest = sizes.First(size => size > 0);
        var from = Math.Log10(sizes[0] == 0 ? smallest / 10 : smallest);
        var to = Math.Max(Math.Log10(sizes[^1]), from + 1);
        return new(size => size > 0 ? (Math.Log10(size) - from) / (to - from) : 0, [.. sizes.Select(size => (double)size)]);
    }

    /// <summary>A figure in few letters: 3k, 10M, 0.05.</summary>
    public static string Short(double figure) => figure switch
    {
        >= 1_000_000 => (figure / 1_000_000).ToString("0.#", CultureInfo.InvariantCulture) + "M",
        >= 1000 => (figure / 1000).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        _ => figure.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
