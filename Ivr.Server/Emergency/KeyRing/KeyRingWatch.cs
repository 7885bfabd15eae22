using Ivr.Server.Database;

namespace Ivr.Server.Emergency.KeyRing;

/// <summary>
/// Has the keys read again once PostgreSQL answers, when those in use are old: another node may by then seal with one that is newer.
/// While all is well it does nothing.
/// </summary>
internal sealed class KeyRingWatch(PostgresKeyRing ring, RefreshableKeys keys, DatabaseBreaker breaker) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!ring.IsOld || breaker.IsOpen)
                continue;
            // Read here, so that no caller waits for a database that does not answer after all.
            ring.GetAllElements();
            if (!ring.IsOld)
                keys.Refresh();
        }
    }
}
