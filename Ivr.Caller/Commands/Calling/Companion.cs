using System.Diagnostics;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Stops this process when another process ends, in whatever way that process ends.</summary>
internal static class Companion
{
    /// <summary>
    /// Waits until the process has ended, and then cancels <paramref name="stopping"/>. The wait also ends when this program stops.
    /// </summary>
    public static async Task EndsAsync(int process, CancellationTokenSource stopping)
    {
        try
        {
            using var companion = Process.GetProcessById(process);
            await companion.WaitForExitAsync(stopping.Token);
        }
        catch (Exception gone) when (gone is ArgumentException or OperationCanceledException)
        {
            // The process had already ended, or this program was stopped first.
        }

        await stopping.CancelAsync();
    }
}
