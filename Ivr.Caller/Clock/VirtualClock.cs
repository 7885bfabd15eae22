namespace Ivr.Caller.Clock;

/// <summary>
/// A clock that stands still until somebody moves it. Handed to the phone and to the server under test, both see the seconds
/// that a real call would have taken, and nobody waits for them.
/// </summary>
/// <remarks>Only the time of day is virtual: timers and time stamps stay real, so that a server's time-outs still work.</remarks>
/// <param name="start">The first reading.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private long _ticks = start.UtcTicks;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    /// <summary>Moves the clock on. Several calls may share a clock: each adds its own seconds.</summary>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        Interlocked.Add(ref _ticks, by.Ticks);
    }

    /// <summary>Puts the clock at a moment, earlier or later than now.</summary>
    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);
}
