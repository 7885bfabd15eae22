using System.Numerics;

namespace Ivr.Caller.Load;

/// <summary>
/// Counts times, and tells percentiles of any number of them in a fixed amount of memory. Each power of two of microseconds is cut into 1024
/// equal parts, so that what is told is at most 0.1 % too much: the layout of Gil Tene's HdrHistogram at three digits, whose package does
/// not restore here. Not for several threads at once.
/// </summary>
public sealed class Histogram
{
    private const int PartBits = 10;
    private const int Parts = 1 << PartBits;

    // Up to 2^36 microseconds, which is 19 hours.
    private const int Powers = 36 - PartBits;

    private readonly long[] _counts = new long[Parts * (Powers + 1)];
    private long _sum;

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>The longest, to the microsecond.</summary>
    public TimeSpan Max { get; private set; }

    /// <summary>The mean; 0 when there is none.</summary>
    public TimeSpan Mean => Count == 0 ? TimeSpan.Zero : TimeSpan.FromMicroseconds((double)_sum / Count);

    /// <summary>Takes a time; a negative one counts as 0.</summary>
    public void Add(TimeSpan time)
    {
        var microseconds = Math.Clamp((long)time.TotalMicroseconds, 0, (1L << (PartBits + Powers)) - 1);
        _counts[Place(microseconds)]++;
        _sum += microseconds;
        Count++;
        if (time > Max)
            Max = TimeSpan.FromMicroseconds(microseconds);
    }

    /// <summary>Takes all that another one has.</summary>
    public void Add(Histogram other)
    {
        for (var i = 0; i < _counts.Length; i++)
            _counts[i] += other._counts[i];
        _sum += other._sum;
        Count += other.Count;
        if (other.Max > Max)
            Max = other.Max;
    }

    /// <summary>The time within which a part of all was; 0 when there is none.</summary>
    /// <param name="percent">0 to 100.</param>
    public TimeSpan Percentile(double percent)
    {
        var wanted = Math.Max(1, (long)Math.Ceiling(Count * percent / 100));
        long seen = 0;
        for (var place = 0; place < _counts.Length; place++)
        {
            seen += _counts[place];
            if (seen >= wanted)
                return Math.Min(Highest(place), (long)Max.TotalMicroseconds) is var microseconds ? TimeSpan.FromMicroseconds(microseconds) : default;
        }

        return TimeSpan.Zero;
    }

    // The first two powers' worth of parts are one microsecond wide; from there each power has as many, twice as wide as the one before.
    private static int Place(long microseconds)
    {
        var power = Math.Max(0, BitOperations.Log2((ulong)microseconds | 1) - PartBits);
        return (power << PartBits) + (int)(microseconds >> power);
    }

    private static long Highest(int place)
    {
        var power = Math.Max(0, (place >> PartBits) - 1);
        return ((place - ((long)power << PartBits) + 1) << power) - 1;
    }
}
