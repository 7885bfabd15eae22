using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.Monitoring;

/// <summary>Writes this node's row every five seconds.</summary>
internal sealed class NodeReporter(NodeReports reports, NodeTable table, ILogger<NodeReporter> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private bool _isRefused;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        var isTidy = false;
        do
        {
            try
            {
                await reports.WriteAsync(within: Interval / 2);
                if (!isTidy)
                    await table.TidyAsync();
                isTidy = true;
                _isRefused = false;
            }
            catch (Exception e) when (Db.IsFault(e) && (_isRefused || e is not PostgresException))
            {
                // The outage of the database is logged once, by another component.
                log.LogDebug(e, "What this server reports of itself is not written");
            }
#pragma warning disable CA1031 // No exception may end the server.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                _isRefused = true;
                log.LogWarning(e, "What this server reports of itself cannot be written");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
