using System.Diagnostics;

namespace Ivr.Caller.Clock;

/// <summary>
/// The elapsed time of one call. When it advances, the virtual clock advances. The program really waits only when the pace is above 0, or for a pause.
/// <paramref name="begins"/> is the <see cref="Stopwatch"/> timestamp at which the call should begin; null means now.
/// </summary>
internal sealed class CallTime(VirtualClock clock, long? begins = null)
{
    private long _due = begins ?? Stopwatch.GetTimestamp();
    private long _answered;

    public TimeSpan Elapsed { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The share of the time of prompts and keys that the next webhook really waits: 1 as on a real line, 0 not at all.</summary>
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

    /// <summary>The next webhook is not due before this much real time after the answer to the last one, whatever the pace.</summary>
    public void PauseReally(TimeSpan sinceAnswer) => _due = Math.Max(_due, _answered + (long)(sinceAnswer.TotalSeconds * Stopwatch.Frequency));

    /// <summary>Waits until the next webhook is due.</summary>
    public async Task DueAsync(CancellationToken cancellationToken)
    {
        // A timer takes whole milliseconds. A timer that fires early would make responses look faster than they were.
        if (Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), _due) is { Ticks: > 0 } early)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), cancellationToken);
    }

    /// <summary>Marks a webhook as answered. The caller continues from now.</summary>
    /// <returns>The time since the webhook was due, including a delay before it was sent.</returns>
    public TimeSpan Answered()
    {
        var (due, now) = (_due, Stopwatch.GetTimestamp());
        (_due, _answered) = (now, now);
        return Stopwatch.GetElapsedTime(due, now);
    }
}
