using System.Diagnostics;

namespace Ivr.Tests.Host;

/// <summary>Waits for what must come to be, and fails when it does not.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Looks until it is so.</summary>
    public static async Task TrueAsync(Func<Task<bool>> isSo, string what, TimeSpan? patience = null)
    {
        for (var watch = Stopwatch.StartNew(); !await isSo();)
        {
            Assert.True(watch.Elapsed < (patience ?? Patience), $"Not within {(patience ?? Patience).TotalSeconds} s: {what}");
            await Task.Delay(20);
        }
    }

    /// <summary>Looks until it is so.</summary>
    public static Task TrueAsync(Func<bool> isSo, string what, TimeSpan? patience = null) =>
        TrueAsync(() => Task.FromResult(isSo()), what, patience);
}
