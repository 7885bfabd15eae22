using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Emergency.Journals;
using Ivr.Server.Emergency.Loading;
using Npgsql;

namespace Ivr.Server.Emergency;

/// <summary>
/// Stands by in the background: finds out when the database answers again, ends the incident, and has the journal loaded. While
/// all is well it asks the database nothing.
/// </summary>
public sealed class EmergencyWatch(
    NpgsqlDataSource source,
    DatabaseBreaker breaker,
    Incidents incidents,
    Journal journal,
    NodeNumbers nodes,
    JournalLoader loader,
    ILogger<EmergencyWatch> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private bool _lacksRight;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        // A long journal takes its time; meanwhile somebody has to find the database again after the next fault.
        Task.WhenAll(AgainAndAgainAsync(WatchAsync, stoppingToken), AgainAndAgainAsync(LoadAsync, stoppingToken));

    private async Task AgainAndAgainAsync(Func<CancellationToken, Task> tend, CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                await tend(stoppingToken);
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                // The database is there and waits for people. Told when it begins, not twice a second.
                if (!_lacksRight)
                    log.LogError(e, "The server's role lacks a right, and what was left waits: run the migrate command with --grant-to");
                _lacksRight = true;
            }
            catch (Exception e) when (Db.IsFault(e) || e is IOException or UnauthorizedAccessException)
            {
                // It is told elsewhere that the database is away, and once.
                log.LogDebug(e, "The database or the disk does not answer yet");
            }
#pragma warning disable CA1031 // Who stands by for the worst must not fall over it.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.LogError(e, "Standing by for an emergency did not work");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private bool IsAway => breaker.IsOpen || incidents.IsOpen;

    private async Task WatchAsync(CancellationToken cancellation)
    {
        if (!IsAway || !await AnswersAsync(cancellation))
            return;
        await breaker.CloseAsync();
        incidents.End();
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        if (IsAway)
            return;
        if (!journal.HasNode)
            await nodes.TakeAsync(cancellation);
        if (loader.HasWork)
            await loader.LoadAsync(cancellation);
        loader.Tidy();
        _lacksRight = false;
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
            await breaker.OpenAsync();
            throw;
        }
    }
}
