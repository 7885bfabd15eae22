using System.Diagnostics;

namespace Ivr.Caller.Clock;

/// <summary>The seconds of one call; passing them moves the clock, and nobody waits but a caller who has a pace.</summary>
/// <param name="clock">The clock.</param>
/// <param name="begins">When the call should begin, as <see cref="Stopwatch"/> counts; null for now.</param>
internal sealed class CallTime(VirtualClock clock, long? begins = null)
{
    private long _due = begins ?? Stopwatch.GetTimestamp();

    public TimeSpan Elapsed { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>For how much of the time that prompts and keys take the next webhook waits: 1 as on a real line, 0 not at all.</summary>
    public double Pace { get; set; }

    public void Pass(TimeSpan time)
    {
        Elapsed += time;
        clock.Advance(time);
        _due += (long)(time.TotalSeconds * Pace * Stopwatch.Frequency);
    }

    public void PassUntil(TimeSpan moment)
    {
        if (moment > Elapsed) Pass(moment - Elapsed);
    }

    /// <summary>Waits until the next webhook is due.</summary>
    public async Task DueAsync(CancellationToken cancellationToken)
    {
        // A timer takes whole milliseconds, and one that fires early would make answers look quicker than they were.
        if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _due) is { Ticks: > 0 } early)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), cancellationToken);
    }

    /// <summary>A webhook was answered, and the caller goes on from here.</summary>
    /// <returns>The time since it was due, whoever was late.</returns>
    public TimeSpan Answered()
    {
        var (due, now) = (_due, Stopwatch.GetTimestamp());
        _due = now;
        return Stopwatch.GetElapsedTime(due, now);
    }
}
