namespace Ivr.Bench.Reports;

/// <summary>The median, the minimum and the maximum of several rounds.</summary>
internal sealed record Spread(double Median, double Least, double Max)
{
    public static Spread Of(IEnumerable<double> figures)
    {
        List<double> ordered = [.. figures.Order()];
        var middle = ordered.Count / 2;
        return new(ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2, ordered[0], ordered[^1]);
    }

    /// <summary>The noise: the distance from the minimum to the maximum, as a part of the median.</summary>
    public double Noise => Median > 0 ? (Max - Least) / Median : 0;
}
