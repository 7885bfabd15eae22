using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ivr.Bench.Rounds;
using Ivr.Server.Development;

namespace Ivr.Bench.Reports;

/// <summary>The machine on which figures were measured.</summary>
/// <param name="Processor">The name of the processor, and its widest vector registers.</param>
/// <param name="Cores">The cores that this process may use.</param>
/// <param name="MemoryGigabytes">The memory that this process may use.</param>
/// <param name="Software">The operating system, the runtime and PostgreSQL.</param>
/// <param name="FileSystem">The file system of PostgreSQL's data and of the journals, as the kernel names it.</param>
/// <param name="BusyBefore">
/// The average number of cores that other work kept busy in the seconds before. It is nearly zero on a free machine.
/// </param>
internal sealed record MeasuredMachine(string Processor, int Cores, double MemoryGigabytes, string Software, string FileSystem, double BusyBefore)
{
    private const double Busy = 0.1;
    private const int TicksASecond = 100;
    private static readonly string[] InMemory = ["tmpfs", "ramfs"];
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);

    /// <summary>Reads the data of this machine. It takes five seconds to measure how busy the cores are.</summary>
    public static async Task<MeasuredMachine> LookAsync(CancellationToken cancellationToken)
    {
        var postgres = await PostgresPrograms.FindOrInstallAsync(_ => { });
        var version = await ShellCommand.MustAsync(Path.Combine(postgres.Folder, "postgres"), ["--version"], cancellationToken);
        return new(
            $"{ProcessorName()} ({Registers})",
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30),
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, PostgreSQL {version.Trim().Split(' ')[2]}",
            // BenchCluster and all others create their folders there.
            new DriveInfo(Path.GetTempPath()).DriveFormat,
            await BusyCoresAsync(cancellationToken));
    }

    /// <summary>Whether other work used at most 10 % of the cores before the measurement.</summary>
    public bool IsFree => BusyBefore <= Cores * Busy;

    /// <summary>Whether COMMIT waits for a disk.</summary>
    public bool HasDisk => !InMemory.Contains(FileSystem, StringComparer.Ordinal);

    /// <summary>Describes the machine in two lines, with a warning when it was not free or has no disk.</summary>
    public string Describe() => FormattableString.Invariant($"{Processor}, {Cores} cores, {MemoryGigabytes:0} GB; {Software}; the data on {FileSystem}")
        + (HasDisk ? ".\n" : ", **in memory: COMMIT does not wait for a disk**.\n")
        + FormattableString.Invariant($"Server, PostgreSQL and generator share the machine; {BusyBefore:0.0} cores were busy before")
        + (IsFree ? ".\n" : ": **it was not free, and the figures are no better than that**.\n");

    private static async Task<double> BusyCoresAsync(CancellationToken cancellationToken)
    {
        var before = BusyTicks();
        await Task.Delay(Before, cancellationToken);
        return (BusyTicks() - before) / Before.TotalSeconds / TicksASecond;
    }

    // All ticks of all cores that are neither idle nor waiting for a disk. The values of user and nice already include guests.
    private static double BusyTicks()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..9].Select(double.Parse).ToArray();
        const int idle = 3;
        const int disk = 4;
        return ticks.Sum() - ticks[idle] - ticks[disk];
    }

    private static string Registers =>
        Vector512.IsHardwareAccelerated ? "AVX-512" : Vector256.IsHardwareAccelerated ? "AVX2" : RuntimeInformation.ProcessArchitecture.ToString();

    private static string ProcessorName() => File.ReadLines("/proc/cpuinfo")
        .FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':', 2)[1].Trim() ?? "unknown";
}
