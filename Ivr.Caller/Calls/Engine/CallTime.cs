using Ivr.Caller.Clock;

namespace Ivr.Caller.Calls.Engine;

/// <summary>The seconds of one call; passing them moves the clock, and nobody waits.</summary>
internal sealed class CallTime(VirtualClock clock)
{
    public TimeSpan Elapsed { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Pass(TimeSpan time)
    {
        Elapsed += time;
        clock.Advance(time);
    }

    public void PassUntil(TimeSpan moment)
    {
        if (moment > Elapsed) Pass(moment - Elapsed);
    }
}
