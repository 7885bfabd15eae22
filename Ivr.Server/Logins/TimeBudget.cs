using System.Diagnostics;

namespace Ivr.Server.Logins;

/// <summary>Time that is used up while it is shared out. Real time, whatever the clock of the calls says.</summary>
/// <param name="whole">How much there is.</param>
internal sealed class TimeBudget(TimeSpan whole)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>What is left of it, never less than nothing.</summary>
    public TimeSpan Left => whole - Stopwatch.GetElapsedTime(_began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
