using System.Diagnostics;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>Signals to processes that the test started.</summary>
internal static class Signal
{
    /// <summary>Sends one signal to some processes; one that is gone by now does not matter.</summary>
    /// <param name="name">For example <c>STOP</c>.</param>
    /// <param name="processes">Their ids.</param>
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
