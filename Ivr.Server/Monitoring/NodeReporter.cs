using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.Monitoring;

/// <summary>Has this server's row written every few seconds.</summary>
internal sealed class NodeReporter(NodeReports reports, NodeTable table, ILogger<NodeReporter> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private bool _isRefused;

    /// <inheritdoc/>
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
                // It is told elsewhere that the database is away, and once.
                log.LogDebug(e, "What this server reports of itself is not written");
            }
#pragma warning disable CA1031 // Whatever it is, it must not end the server.
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
