using System.Diagnostics;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Imports clients with the server's own command, and measures its time and memory.</summary>
internal static class WatchedImport
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Imports clients.csv from the folder <paramref name="people"/>. <paramref name="clients"/> is the number of clients in it. A
    /// cancellation kills the process.
    /// </summary>
    /// <exception cref="BenchException">The import failed.</exception>
    public static async Task<ImportFigures> RunAsync(Build build, string database, string people, int clients, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        string[] command = [build.Program, .. Site.Import("clients", people, database, GrowthSettings.Iterations)];
        using var process = Process.Start(new ProcessStartInfo("dotnet", command) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        try
        {
            var exit = process.WaitForExitAsync(cancellationToken);
            long peak = 0;
            while (await Task.WhenAny(exit, Task.Delay(Interval, cancellationToken)) != exit && !cancellationToken.IsCancellationRequested)
                peak = Math.Max(peak, Peak(process));
            await exit;
            return process.ExitCode == 0
                ? new(clients, watch.Elapsed.TotalSeconds, peak / (1024.0 * 1024))
                : throw new BenchException($"The import failed ({process.ExitCode}):\n{string.Concat(await output)}");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    // The kernel keeps the peak until the process ends.
    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // The process has just ended.
            return 0;
        }
    }
}
