using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Emergency.Loading;
using Npgsql;

namespace Ivr.Server.Emergency;

/// <summary>
/// Background service: detects that the database answers again, closes the incident, and loads the journal. In normal operation it does not
/// query the database.
/// </summary>
internal sealed class EmergencyWatch(
    NpgsqlDataSource source,
    DatabaseBreaker breaker,
    Incidents incidents,
    NodeNumbers nodes,
    JournalLoader loader,
    ILogger<EmergencyWatch> log) : BackgroundService
{
    private bool IsAway => breaker.IsOpen || incidents.IsOpen;

    /// <summary>
    /// Runs the three jobs independently. Loading a long journal takes time, and a later outage must be detected meanwhile. The journal is
    /// also loaded when no node number is available.
    /// </summary>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(new[] { WatchAsync, HaveNumberAsync, LoadAsync }.Select(work => new PeriodicJob(work, log).DoAsync(stoppingToken)));

    private async Task<bool> WatchAsync(CancellationToken cancellation)
    {
        if (!IsAway || !await AnswersAsync(cancellation))
            return false;
        await breaker.CloseAsync();
        incidents.End();
        return true;
    }

    private async Task<bool> HaveNumberAsync(CancellationToken cancellation)
    {
        if (IsAway)
            return false;
        await nodes.HaveAsync(cancellation);
        return true;
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (IsAway)
            return false;
        if (loader.HasWork)
            await loader.LoadAsync(cancellation);
        loader.Tidy();
        return true;
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        const string sql = "select not pg_is_in_recovery() and current_setting('transaction_read_only') = 'off'";
        try
        {
            // For several hosts Npgsql caches the last known state of each host for ten seconds. Without this, callers would stay without
            // the database for that time.
            (source as NpgsqlMultiHostDataSource)?.ClearDatabaseStates();
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await connection.ExecuteScalarAsync<bool>(sql);
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            // Opens the circuit breaker now, so that no further caller waits for the database.
            await breaker.OpenAsync(e);
            throw;
        }
    }
}
