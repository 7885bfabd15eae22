using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Emergency.Loading;
using Npgsql;

namespace Ivr.Server.Emergency;

/// <summary>
/// Stands by in the background: finds out when the database answers again, ends the incident, and has the journal loaded. While
/// all is well it asks the database nothing.
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

    /// <inheritdoc/>
    /// <remarks>
    /// Each by itself. A long journal takes its time, and meanwhile somebody has to find the database again after the next fault; and
    /// what was left is loaded also where no number is to be had.
    /// </remarks>
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
            // Of several hosts Npgsql believes for ten seconds what it found last, and callers would have to do without for as long.
            (source as NpgsqlMultiHostDataSource)?.ClearDatabaseStates();
            await using var connection = await source.OpenConnectionAsync(cancellation);
            return await connection.ExecuteScalarAsync<bool>(sql);
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            // Found out here, so that no further caller has to.
            await breaker.OpenAsync(e);
            throw;
        }
    }
}
