namespace Ivr.Server.Database;

/// <summary>Threads of the pool that are started at once while the database is not available.</summary>
/// <remarks>
/// When a statement times out, Npgsql asks PostgreSQL synchronously to cancel it. While PostgreSQL is frozen, the thread waits until it
/// continues, one thread for each connection. Without spare threads the pool would add two threads a second, and callers would wait. With
/// spare threads all the time, webhooks that run at once would cost a fifth more, because too many threads compete for the processors.
/// </remarks>
internal static class SpareThreads
{
    // More than all connections of all pools.
    private const int Count = 128;

    private static readonly (int Workers, int Ports) Usual = Read();

    public static ValueTask Add() => Set(Math.Max(Count, Usual.Workers));

    public static ValueTask Remove() => Set(Usual.Workers);

    private static ValueTask Set(int workers)
    {
        ThreadPool.SetMinThreads(workers, Usual.Ports);
        return ValueTask.CompletedTask;
    }

    private static (int Workers, int Ports) Read()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        return (workers, ports);
    }
}
