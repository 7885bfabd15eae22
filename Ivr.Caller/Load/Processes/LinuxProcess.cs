using System.Globalization;

namespace Ivr.Caller.Load.Processes;

/// <summary>Reads figures of a process from /proc on Linux, see proc(5).</summary>
internal static class LinuxProcess
{
    // The clock ticks per second that the kernel reports to programs, on every machine (USER_HZ).
    private const double TicksPerSecond = 100;

    // Positions of fields after the process name. The name may contain any character and ends with the last parenthesis.
    private const int Parent = 1;
    private const int User = 11;
    private const int ChildrensKernel = 14;

    /// <summary>The processor time of a process, user and kernel; null when there is no such process.</summary>
    public static TimeSpan? ProcessorTime(int process) => Stat(process) is { } stat ? Time(stat, count: 2) : null;

    /// <summary>The processor time of a process, its children and its ended children; null when there is no such process.</summary>
    public static TimeSpan? ProcessorTimeWithChildren(int process)
    {
        if (Stat(process) is not { } stat)
            return null;
        var children = Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Stat(id) : null)
            .Where(other => other is not null && other[Parent] == process.ToString(CultureInfo.InvariantCulture));
        return children.Aggregate(Time(stat, count: 1 + ChildrensKernel - User), (sum, child) => sum + Time(child!, count: 2));
    }

    /// <summary>
    /// The processor time of a process's threads by name; null when there is no such process. Linux keeps 15 characters of a name.
    /// </summary>
    /// <remarks>Threads that have ended are not included.</remarks>
    public static IReadOnlyDictionary<string, TimeSpan>? ThreadTimes(int process) => Stat(process) is null
        ? null
        : Directory.EnumerateDirectories($"/proc/{process}/task")
            .Select(folder => Read(process, $"task/{Path.GetFileName(folder)}/stat"))
            .OfType<string>()
            .GroupBy(NameIn, stat => Time(Places(stat), count: 2), StringComparer.Ordinal)
            .ToDictionary(threads => threads.Key, threads => threads.Aggregate((sum, time) => sum + time), StringComparer.Ordinal);

    /// <summary>The peak memory of a process since it began, in bytes; null when there is no such process.</summary>
    public static long? PeakMemory(int process)
    {
        const string peak = "VmHWM:";
        var line = Read(process, "status")?.Split('\n').FirstOrDefault(line => line.StartsWith(peak, StringComparison.Ordinal));
        return line is null ? null : long.Parse(line[peak.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 1024;
    }

    private static string[]? Stat(int process) => Read(process, "stat") is { } stat ? Places(stat) : null;

    private static string NameIn(string stat) => stat[(stat.IndexOf('(', StringComparison.Ordinal) + 1)..stat.LastIndexOf(')')];

    private static string[] Places(string stat) => stat[(stat.LastIndexOf(')') + 2)..].Split(' ');

    private static TimeSpan Time(string[] stat, int count) =>
        TimeSpan.FromSeconds(stat.AsSpan(User, count).ToArray().Sum(ticks => long.Parse(ticks, CultureInfo.InvariantCulture)) / TicksPerSecond);

    private static string? Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
