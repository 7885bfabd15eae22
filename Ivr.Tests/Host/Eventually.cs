using System.Diagnostics;

namespace Ivr.Tests.Host;

/// <summary>Waits until a condition is true, and fails after a timeout.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // What takes longer is asked for less often, because many tests wait at the same time.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Polls until the condition is true. Fails with <paramref name="what"/> after <paramref name="patience"/>; null for 60 seconds.
    /// </summary>
    public static async Task TrueAsync(Func<Task<bool>> isSo, string what, TimeSpan? patience = null)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo();)
        {
            Assert.True(watch.Elapsed < (patience ?? Patience), $"Not within {(patience ?? Patience).TotalSeconds} s: {what}");
            await Task.Delay(watch.Elapsed < Soon ? 20 : 100);
        }
    }

    public static Task TrueAsync(Func<bool> isSo, string what, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(isSo()), what, patience);
}
