using System.Diagnostics;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.HighAvailability;

/// <summary>Waits until a condition is true.</summary>
internal static class Patience
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <exception cref="BenchException">The condition is not true after three minutes. The message contains <paramref name="what"/>.</exception>
    public static async Task UntilAsync(Func<Task<bool>> isSo, string what, CancellationToken cancellationToken = default)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo();)
        {
            if (watch.Elapsed > Longest)
                throw new BenchException($"Not within {Longest.TotalMinutes:0} minutes: {what}.");
            await Task.Delay(Interval, cancellationToken);
        }
    }
}
