using System.Diagnostics;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Another process that this one does not want to outlive, however it ends.</summary>
internal static class Companion
{
    /// <summary>Waits until the process is gone, and then stops us; or until we stop.</summary>
    public static async Task EndsAsync(int process, CancellationTokenSource stopping)
    {
        try
        {
            using var companion = Process.GetProcessById(process);
            await companion.WaitForExitAsync(stopping.Token);
        }
        catch (Exception gone) when (gone is ArgumentException or OperationCanceledException)
        {
            // It was gone before we looked, or we were told to stop first.
        }

        await stopping.CancelAsync();
    }
}
