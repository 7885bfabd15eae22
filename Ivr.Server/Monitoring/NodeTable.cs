using System.Diagnostics;
using Dapper;
using Ivr.Server.CallTrace;
using Ivr.Server.Database;
using Ivr.Server.Emergency;
using Ivr.Server.Logins.Hashing;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Ivr.Server.Monitoring;

/// <summary>The table <c>node</c>, in which each node writes its own row.</summary>
internal sealed class NodeTable(
    BackgroundDataSource source,
    HashBacklog room,
    HashMeter passwords,
    PendingEvents events,
    TraceMeter trace,
    DatabaseBreaker breaker,
    Incidents incidents,
    IOptions<NodeOptions> node,
    IOptions<HashingOptions> hashing)
{
    // The times come from PostgreSQL's clock, which is the same for all nodes. COMMIT waits for the standby, as the COMMIT of an entry
    // does.
    private const string Report = """
        set local synchronous_commit = on;
        insert into node (name, started_at, seen_at, write_seconds, without_database, hashing_threads, hash_seconds,
                          passwords_waiting, passwords_refused, trace_waiting, trace_lost)
        values (@Name, now() - make_interval(secs => @Uptime), now(), @WriteSeconds, @WithoutDatabase, @HashingThreads, @HashSeconds,
                @PasswordsWaiting, @PasswordsRefused, @TraceWaiting, @TraceLost)
        on conflict (name) do update set
            (started_at, seen_at, write_seconds, without_database, hashing_threads, hash_seconds,
             passwords_waiting, passwords_refused, trace_waiting, trace_lost, stopped_at) =
            (excluded.started_at, excluded.seen_at, excluded.write_seconds, excluded.without_database, excluded.hashing_threads,
             excluded.hash_seconds, excluded.passwords_waiting, excluded.passwords_refused, excluded.trace_waiting, excluded.trace_lost, null)
        """;

    private readonly long _started = Stopwatch.GetTimestamp();
    private double? _writeSeconds;

    /// <summary>Writes this node's row.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or takes no writes.</exception>
    public async Task ReportAsync()
    {
        var row = new
        {
            node.Value.Name,
            Uptime = Stopwatch.GetElapsedTime(_started).TotalSeconds,
            WriteSeconds = _writeSeconds,
            WithoutDatabase = breaker.IsOpen || incidents.IsOpen,
            HashingThreads = hashing.Value.Threads,
            HashSeconds = room.Seconds,
            PasswordsWaiting = room.Waiting,
            PasswordsRefused = passwords.RefusedSoFar,
            TraceWaiting = events.Waiting,
            TraceLost = trace.LostSoFar,
        };
        _writeSeconds = await source.RunAsync(async connection =>
        {
            var began = Stopwatch.GetTimestamp();
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync(Report, row, transaction);
            await transaction.CommitAsync();
            return Stopwatch.GetElapsedTime(began).TotalSeconds;
        });
    }

    /// <summary>Writes that this node was stopped, so that nobody misses it.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or takes no writes.</exception>
    public Task StopAsync() => source.RunAsync(connection =>
        connection.ExecuteAsync("update node set stopped_at = now() where name = @Name", new { node.Value.Name }));

    /// <summary>Deletes the rows of nodes that were not seen for one day.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or takes no writes.</exception>
    public Task TidyAsync() =>
        source.RunAsync(connection => connection.ExecuteAsync("delete from node where seen_at < now() - interval '1 day'"));
}
