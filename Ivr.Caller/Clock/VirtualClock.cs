using Microsoft.Extensions.Time.Testing;

namespace Ivr.Caller.Clock;

/// <summary>
/// A clock that stands still until it is advanced. When the phone and the server under test share it, both see the seconds that a real call
/// takes, without waiting. Several calls may share it. Each call adds its own seconds.
/// </summary>
/// <remarks>
/// Timers that a server creates from this clock fire when it is advanced. Timeouts that the server takes from the machine's clock stay
/// real.
/// </remarks>
internal sealed class VirtualClock(DateTimeOffset start) : FakeTimeProvider(start.ToUniversalTime())
{
    /// <summary>Sets the clock to a moment, earlier or later than now. No timer fires.</summary>
    public void Set(DateTimeOffset now) => AdjustTime(now.ToUniversalTime());
}
