using HdrHistogram;

namespace Ivr.Caller.Load;

/// <summary>
/// Counts times, and tells percentiles of any number of them in a fixed amount of memory: an HdrHistogram of microseconds at three digits, so
/// that what is told is at most 0.1 % too much. Its mean and its maximum are of parts, too; these here are exact. Not for several threads at once.
/// </summary>
internal sealed class Histogram
{
    // 19 hours.
    private const long Longest = (1L << 36) - 1;

    private readonly LongHistogram _times = new(highestTrackableValue: Longest, numberOfSignificantValueDigits: 3);
    private long _sum;
    private long _max;

    /// <summary>How many there are.</summary>
    public long Count => _times.TotalCount;

    /// <summary>The longest, to the microsecond; 0 when there is none.</summary>
    public TimeSpan Max => TimeSpan.FromMicroseconds(_max);

    /// <summary>The mean; 0 when there is none.</summary>
    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds((double)_sum / Count);

    /// <summary>Takes a time; a negative one counts as 0, one over 19 hours as 19 hours.</summary>
    public void Add(TimeSpan time)
    {
        var microseconds = Math.Clamp((long)time.TotalMicroseconds, 0, Longest);
        _times.RecordValue(microseconds);
        _sum += microseconds;
        _max = Math.Max(_max, microseconds);
    }

    /// <summary>Takes all that another one has.</summary>
    public void Add(Histogram other)
    {
        _times.Add(other._times);
        _sum += other._sum;
        _max = Math.Max(_max, other._max);
    }

    /// <summary>The time within which a part of all was; 0 when there is none.</summary>
    /// <param name="percent">0 to 100.</param>
    public TimeSpan Percentile(double percent)
    {
        if (Count == 0)
            return TimeSpan.Zero;
        // HdrHistogram rounds to the nearest time: of 26, 23 would be 90 %.
        var wanted = Math.Max(1, Math.Ceiling(Count * percent / 100));
        return TimeSpan.FromMicroseconds(Math.Min(_times.GetValueAtPercentile(wanted * 100 / Count), _max));
    }
}
