using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.Monitoring;

/// <summary>Writes this node's row every five seconds.</summary>
internal sealed class NodeReporter(NodeReports reports, NodeTable table, ILogger<NodeReporter> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    // A stop does not wait long for a database that is away.
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(1);

    private bool _isRefused;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await table.StopAsync().WaitAsync(StopPatience, cancellationToken);
        }
#pragma warning disable CA1031 // The server stops in any case, and the operator then sees it as silent.
        catch (Exception e)
#pragma warning restore CA1031
        {
            log.LogDebug(e, "That this server was stopped is not written");
        }
    }

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
