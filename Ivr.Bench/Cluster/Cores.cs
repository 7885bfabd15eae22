using System.Globalization;
using Ivr.Server.Development;

namespace Ivr.Bench.Cluster;

/// <summary>
/// Keeps processes on some of the cores, so that machines of the cluster that share this one do not take processor time from each other.
/// </summary>
internal static class Cores
{
    public static string All { get; } = Range(0, Environment.ProcessorCount);

    /// <summary>Half of the cores; all of them on a machine with one.</summary>
    public static string FirstHalf { get; } = Environment.ProcessorCount > 1 ? Range(0, Environment.ProcessorCount / 2) : All;

    /// <summary>The other half.</summary>
    public static string SecondHalf { get; } = Environment.ProcessorCount > 1 ? Range(Environment.ProcessorCount / 2, Environment.ProcessorCount) : All;

    /// <summary>Keeps processes, and all that they will start, on these cores.</summary>
    public static async Task KeepAsync(IEnumerable<int> processes, string cores)
    {
        // One that has just ended needs no core, so the exit code does not matter.
        foreach (var process in processes)
            await Shell.RunAsync("taskset", "--all-tasks", "--cpu-list", "--pid", cores, process.ToString(CultureInfo.InvariantCulture));
    }

    private static string Range(int first, int end) => string.Create(CultureInfo.InvariantCulture, $"{first}-{end - 1}");
}
