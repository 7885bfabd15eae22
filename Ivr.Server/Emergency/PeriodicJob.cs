using Ivr.Server.Database;
using Npgsql;

namespace Ivr.Server.Emergency;

/// <summary>
/// A background job that runs twice a second. It logs each kind of failure once at error level, and again only after a successful run.
/// </summary>
/// <param name="work">The work. It returns false when it was not yet time to try.</param>
/// <param name="log">Receives the failures.</param>
internal sealed class PeriodicJob(Func<CancellationToken, Task<bool>> work, ILogger log)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly HashSet<Hindrance> _told = [];

    private enum Hindrance
    {
        Right,
        Database,
        Disk,
        Unknown,
    }

    /// <summary>Repeats the work until the token is cancelled.</summary>
    public async Task DoAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        do
        {
            try
            {
                if (await work(stoppingToken))
                    _told.Clear();
            }
#pragma warning disable CA1031 // The emergency procedure must survive any error.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                Tell(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private void Tell(Exception e)
    {
        if (MeansWait(e))
            log.LogDebug(e, "The database does not answer yet");
        else if (!_told.Add(HindranceIn(e)))
            log.LogDebug(e, "Standing by for an emergency still does not work");
        else
            TellFirst(e);
    }

    private void TellFirst(Exception e)
    {
        switch (HindranceIn(e))
        {
            case Hindrance.Right:
                log.LogError(e, "The server's role lacks a right, and what was left waits: run the migrate command with --grant-to");
                break;
            case Hindrance.Database:
                log.LogError(e, "PostgreSQL is there and refuses what the emergency procedure asks of it; what was left waits");
                break;
            case Hindrance.Disk:
                log.LogError(e, "The journal's disk refuses what the emergency procedure asks of it; what was left there since waits");
                break;
            default:
                log.LogError(e, "Standing by for an emergency did not work");
                break;
        }
    }

    private static Hindrance HindranceIn(Exception e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } => Hindrance.Right,
        IOException or UnauthorizedAccessException => Hindrance.Disk,
        _ when Db.IsFault(e) => Hindrance.Database,
        _ => Hindrance.Unknown,
    };

    // These errors mean that the database is unavailable. Other code logs that, once for each outage. A full disk (53100) is not among them
    // and is logged here, because there may be no call for hours that would report it.
    private static bool MeansWait(Exception e) => e switch
    {
        PostgresException postgres => postgres.SqlState is ['0', '8', ..] or ['5', '7', 'P', ..] or ['4', '0', ..]
            or PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.ObjectNotInPrerequisiteState or PostgresErrorCodes.LockNotAvailable,
        _ => Db.IsFault(e),
    };
}
