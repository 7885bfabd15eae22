namespace Ivr.Caller.Load.Processes;

/// <summary>Measures what the processes of a run use.</summary>
/// <param name="server">The server's process id; null when it is not known, or not on this machine.</param>
/// <param name="postgres">The id of PostgreSQL's first process, the parent of all others; null in the same cases.</param>
internal sealed class Usages(int? server, int? postgres)
{
    /// <summary>Whether another process than this one is measured.</summary>
    public bool Watches => server is not null || postgres is not null;

    /// <summary>What the processes have used so far.</summary>
    public Usage Now() => new(
        Environment.CpuUsage.TotalTime,
        server is { } process ? LinuxProcess.ProcessorTime(process) : null,
        server is { } threads ? LinuxProcess.ThreadTimes(threads) : null,
        server is { } same ? LinuxProcess.PeakMemory(same) : null,
        postgres is { } parent ? LinuxProcess.ProcessorTimeWithChildren(parent) : null);

    /// <summary>Rejects processes that do not exist.</summary>
    /// <exception cref="UsageException">A process does not exist.</exception>
    public void Check()
    {
        var now = Now();
        if (server is not null && now.Server is null)
            throw new UsageException($"--server-pid {server}: no such process is on this machine, or it does not run Linux.");
        if (postgres is not null && now.Postgres is null)
            throw new UsageException($"--postgres-pid {postgres}: no such process is on this machine, or it does not run Linux.");
    }
}

/// <summary>Processor time, user and kernel, since each process began.</summary>
/// <param name="Generator">The processor time of this process.</param>
/// <param name="Server">The server's; null when it is not known.</param>
/// <param name="Threads">The processor time of the server's threads, by name; null when it is not known.</param>
/// <param name="PeakMemory">The peak memory of the server, in bytes; null when it is not known.</param>
/// <param name="Postgres">PostgreSQL's, all processes together; null when it is not known.</param>
internal sealed record Usage(
    TimeSpan Generator, TimeSpan? Server, IReadOnlyDictionary<string, TimeSpan>? Threads, long? PeakMemory, TimeSpan? Postgres)
{
    /// <summary>What was used since an earlier measurement.</summary>
    public Used Since(Usage before) =>
        new(Generator - before.Generator, Server - before.Server, ThreadsSince(before), PeakMemory, Postgres - before.Postgres);

    private Dictionary<string, TimeSpan>? ThreadsSince(Usage before) => Threads?.ToDictionary(
        thread => thread.Key,
        thread => thread.Value - (before.Threads?.GetValueOrDefault(thread.Key) ?? TimeSpan.Zero),
        StringComparer.Ordinal);
}

/// <summary>Processor time in a period.</summary>
/// <param name="Generator">The processor time of this process.</param>
/// <param name="Server">The server's; null when it is not known.</param>
/// <param name="Threads">The processor time of the server's threads, by name; null when it is not known.</param>
/// <param name="PeakMemory">The peak memory of the server since it began, in bytes; null when it is not known.</param>
/// <param name="Postgres">PostgreSQL's; null when it is not known.</param>
internal sealed record Used(
    TimeSpan Generator, TimeSpan? Server, IReadOnlyDictionary<string, TimeSpan>? Threads, long? PeakMemory, TimeSpan? Postgres);
