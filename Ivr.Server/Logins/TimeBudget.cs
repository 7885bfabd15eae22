using System.Diagnostics;

namespace Ivr.Server.Logins;

/// <summary>A time limit shared by several steps. It uses real time, not the application's clock.</summary>
internal sealed class TimeBudget(TimeSpan whole)
{
    private readonly long _began = Stopwatch.GetTimestamp();

    /// <summary>The remaining time, never negative.</summary>
    public TimeSpan Left => whole - Stopwatch.GetElapsedTime(_began) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;
}
