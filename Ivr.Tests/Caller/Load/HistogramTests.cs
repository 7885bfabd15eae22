using Ivr.Caller.Load;

namespace Ivr.Tests.Caller.Load;

/// <summary>The histogram gives the same figures as a sorted list of the times, within 0.1 %.</summary>
public sealed class HistogramTests
{
    private const double MaxTooMuch = 1.001;

    private static readonly double[] Percents = [0, 0.1, 1, .. Enumerable.Range(1, 49).Select(half => half * 2.0), 99, 99.9, 99.99, 100];

    // From 1 microsecond to 10 seconds, with equally many values in each power of ten.
    private static readonly long[] Known = Make(new(1), 10_000);

    [Fact]
    public void Percentiles_are_those_of_a_sorted_list()
    {
        var times = Of(Known);

        long[] sorted = [.. Known.Order()];
        foreach (var percent in Percents)
        {
            var exact = sorted[Math.Max(1, (int)Math.Ceiling(sorted.Length * percent / 100)) - 1];
            Assert.InRange(Microseconds(times.Percentile(percent)), exact, exact * MaxTooMuch);
        }

        Assert.Equal(sorted.Length, times.Count);
        Assert.Equal(sorted[^1], Microseconds(times.Max));
        Assert.Equal(sorted.Average(), times.Mean.TotalMicroseconds, 0.1);
    }

    [Theory]
    [InlineData(50, 13)]
    [InlineData(90, 24)]
    [InlineData(99, 26)]
    public void The_part_that_was_asked_for_is_within_what_is_told(double percent, long told) =>
        Assert.Equal(told, Microseconds(Of(Enumerable.Range(1, 26).Select(time => (long)time)).Percentile(percent)));

    [Fact]
    public void The_longest_is_told_as_it_is() => Assert.Equal(4096, Microseconds(Of([1, 4096]).Percentile(100)));

    [Fact]
    public void Two_together_are_as_one_of_all()
    {
        var (one, other) = (Of(Known[..4000]), Of(Known[4000..]));
        one.Add(other);

        var all = Of(Known);
        Assert.Equal((all.Count, all.Max, all.Mean), (one.Count, one.Max, one.Mean));
        Assert.Equal(Percents.Select(all.Percentile), Percents.Select(one.Percentile));
    }

    [Fact]
    public void What_cannot_be_is_held_within_bounds()
    {
        Assert.Equal((0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero), Told(new()));
        Assert.Equal((1, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero), Told(Of([-5])));
        var longest = TimeSpan.FromMicroseconds((1L << 36) - 1);
        Assert.Equal((1, longest, longest, longest), Told(Of([1L << 40])));

        static (long, TimeSpan, TimeSpan, TimeSpan) Told(Histogram times) => (times.Count, times.Percentile(50), times.Max, times.Mean);
    }

    private static long[] Make(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => (long)Math.Pow(10, random.NextDouble() * 7))];

    private static Histogram Of(IEnumerable<long> microseconds)
    {
        var times = new Histogram();
        foreach (var time in microseconds)
            times.Add(TimeSpan.FromMicroseconds(time));
        return times;
    }

    private static long Microseconds(TimeSpan time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
