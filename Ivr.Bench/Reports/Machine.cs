using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Ivr.Bench.Rounds;
using Ivr.Server.Development;

namespace Ivr.Bench.Reports;

/// <summary>What figures were measured on.</summary>
/// <param name="Processor">Its name, and the widest registers that it computes with.</param>
/// <param name="Cores">Cores that this process may use.</param>
/// <param name="MemoryGigabytes">Memory that this process may use.</param>
/// <param name="Software">Operating system, runtime and PostgreSQL.</param>
/// <param name="FileSystem">What PostgreSQL's data and the journals lie on, as the kernel calls it.</param>
/// <param name="BusyBefore">Cores that something else kept busy in the seconds before, on average: a machine that is free has nearly none.</param>
internal sealed record Machine(string Processor, int Cores, double MemoryGigabytes, string Software, string FileSystem, double BusyBefore)
{
    private const double Busy = 0.1;
    private const int TicksASecond = 100;
    private static readonly string[] InMemory = ["tmpfs", "ramfs"];
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(5);

    /// <summary>Looks.</summary>
    public static async Task<Machine> LookAsync(CancellationToken cancellationToken)
    {
        var postgres = await PostgresPrograms.FindOrInstallAsync(_ => { });
        var version = await ShellCommand.MustAsync(Path.Combine(postgres.Folder, "postgres"), ["--version"], cancellationToken);
        return new(
            $"{ProcessorName()} ({Registers})",
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1L << 30),
            $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}, PostgreSQL {version.Trim().Split(' ')[2]}",
            // BenchCluster and all others make their folders there.
            new DriveInfo(Path.GetTempPath()).DriveFormat,
            await BusyCoresAsync(cancellationToken));
    }

    /// <summary>Whether hardly anybody else wanted the cores before it began.</summary>
    public bool IsFree => BusyBefore <= Cores * Busy;

    /// <summary>Whether COMMIT has a disk to wait for.</summary>
    public bool HasDisk => !InMemory.Contains(FileSystem, StringComparer.Ordinal);

    /// <summary>Says it, and whether the machine was free and there was a disk, in two lines.</summary>
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

    // All that is neither idle nor waiting for a disk, of all cores; user and nice have guests in them already.
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
