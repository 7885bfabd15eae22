using System.Collections.Concurrent;
using Ivr.Server.Secured.Accounts;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// Ends live streams whose session is over. Twice a second it asks the database once for the sessions of all streams of this node. While
/// the database does not answer, no session is known to be valid: the streams close, and their browsers connect again.
/// </summary>
internal sealed class LiveSessions(SessionStore sessions, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    // A page that says that it is live while the database is away is wrong for this long at most, and the interval.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<LiveSession, Guid> _open = new();

    private Task _asked = Task.CompletedTask;

    /// <summary>Watches the session of a stream until the result is disposed. The session's cookie is valid until <paramref name="until"/>.</summary>
    public LiveSession Watch(Guid session, DateTimeOffset until)
    {
        var watched = new LiveSession(until, one => _open.TryRemove(one, out _));
        _open[watched] = session;
        return watched;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            // Streams that open during the query were authenticated after it began.
            var open = _open.ToArray();
            if (open.Length > 0)
                await CheckAsync(open, stoppingToken);
        }
    }

    // A query that was given up is still waited for before the next one begins, so that no more than one of them holds a connection.
    private async Task<HashSet<Guid>> FindAsync(Guid[] asked, CancellationToken stopping)
    {
        await _asked.WaitAsync(stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.ThrowIfCancellationRequested();
        var query = sessions.FindValidAsync(asked);
        _asked = query;
        return await query.WaitAsync(Patience, stopping);
    }

    private async Task CheckAsync(KeyValuePair<LiveSession, Guid>[] open, CancellationToken stopping)
    {
        try
        {
            var valid = await FindAsync([.. open.Select(one => one.Value).Distinct()], stopping);
            var now = clock.GetUtcNow();
            foreach (var (watched, session) in open)
            {
                if (watched.Until <= now || !valid.Contains(session))
                    watched.End(isOver: true);
            }
        }
#pragma warning disable CA1031 // No exception may end the server, and a stream goes on only while its session is known to be valid.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            foreach (var (watched, _) in open)
                watched.End(isOver: false);
        }
    }
}
