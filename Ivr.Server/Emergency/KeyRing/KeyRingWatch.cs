using Ivr.Server.Database;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>
/// Reads old keys again when PostgreSQL answers, because another node may already encrypt with a newer key. In normal operation it does
/// nothing.
/// </summary>
internal sealed class KeyRingWatch(PostgresKeyRing ring, RefreshableKeys keys, DatabaseBreaker breaker) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!ring.IsOld || breaker.IsOpen)
                continue;
            // Reads the keys in this task, so that no call waits when the database still does not answer.
            ring.GetAllElements();
            if (!ring.IsOld)
                keys.Refresh();
        }
    }
}
