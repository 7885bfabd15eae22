using System.Diagnostics;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>Sends signals to processes that the test started.</summary>
internal static class Signal
{
    /// <summary>Sends a signal such as <c>STOP</c> to processes. A process that no longer exists is ignored.</summary>
    public static async Task SendAsync(string name, params IEnumerable<int> processes)
    {
        using var kill = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"kill -{name} {string.Join(' ', processes)}"])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
        })!;
        await kill.StandardError.ReadToEndAsync();
        await kill.WaitForExitAsync();
    }
}
