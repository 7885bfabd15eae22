using Microsoft.Extensions.Time.Testing;

namespace Ivr.Caller.Clock;

/// <summary>
/// A clock that stands still until somebody moves it. Handed to the phone and to the server under test, both see the seconds
/// that a real call would have taken, and nobody waits for them. Several calls may share it: each adds its own seconds.
/// </summary>
/// <remarks>Timers that a server makes from its clock come due when it is moved. Time-outs that it takes from the machine stay real.</remarks>
/// <param name="start">The first reading.</param>
internal sealed class VirtualClock(DateTimeOffset start) : FakeTimeProvider(start.ToUniversalTime())
{
    /// <summary>Puts the clock at a moment, earlier or later than now. No timer comes due by that.</summary>
    public void Set(DateTimeOffset now) => AdjustTime(now.ToUniversalTime());
}
