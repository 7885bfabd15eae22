namespace Ivr.Bench.Reports;

/// <summary>What several rounds gave: the middle one, and how far they were apart.</summary>
/// <param name="Median">The middle one.</param>
/// <param name="Least">The least.</param>
/// <param name="Max">The most.</param>
internal sealed record Spread(double Median, double Least, double Max)
{
    /// <summary>Of some rounds.</summary>
    public static Spread Of(IEnumerable<double> figures)
    {
        List<double> ordered = [.. figures.Order()];
        var middle = ordered.Count / 2;
        return new(ordered.Count % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2, ordered[0], ordered[^1]);
    }

    /// <summary>From the least to the most, as a part of the median: the noise.</summary>
    public double Noise => Median > 0 ? (Max - Least) / Median : 0;
}
