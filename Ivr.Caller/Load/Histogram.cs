using HdrHistogram;

namespace Ivr.Caller.Load;

/// <summary>
/// Counts times and gives percentiles of any number of them in a fixed amount of memory. It is an HdrHistogram of microseconds with three
/// significant digits, so a percentile is at most 0.1 % too high. HdrHistogram rounds its mean and its maximum too. The ones here are
/// exact. It is not thread-safe.
/// </summary>
internal sealed class Histogram
{
    // 19 hours.
    private const long Longest = (1L << 36) - 1;

    private readonly LongHistogram _times = new(highestTrackableValue: Longest, numberOfSignificantValueDigits: 3);
    private long _sum;
    private long _max;

    public long Count => _times.TotalCount;

    /// <summary>The longest time, exact to the microsecond; 0 when there is none.</summary>
    public TimeSpan Max => TimeSpan.FromMicroseconds(_max);

    /// <summary>The mean; 0 when there is none.</summary>
    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds((double)_sum / Count);

    /// <summary>Adds a time. A negative time counts as 0, and a time over 19 hours counts as 19 hours.</summary>
    public void Add(TimeSpan time)
    {
        var microseconds = Math.Clamp((long)time.TotalMicroseconds, 0, Longest);
        _times.RecordValue(microseconds);
        _sum += microseconds;
        _max = Math.Max(_max, microseconds);
    }

    /// <summary>Adds all times of another histogram.</summary>
    public void Add(Histogram other)
    {
        _times.Add(other._times);
        _sum += other._sum;
        _max = Math.Max(_max, other._max);
    }

    /// <summary>
    /// Returns the time within which a part of all times lies; 0 when there is none. <paramref name="percent"/> is 0 to 100.
    /// </summary>
    public TimeSpan Percentile(double percent)
    {
        if (Count == 0)
            return TimeSpan.Zero;
        // HdrHistogram rounds to the nearest count: for 90 % of 26 times, it would take the 23rd and not the 24th.
        var wanted = Math.Max(1, Math.Ceiling(Count * percent / 100));
        return TimeSpan.FromMicroseconds(Math.Min(_times.GetValueAtPercentile(wanted * 100 / Count), _max));
    }
}
