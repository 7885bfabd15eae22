using Dapper;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Faults.Injection;

/// <summary>All faults in the order of the table.</summary>
internal static class AllFaults
{
    private const int Some = 2 * Traffic.Lines;

    private static readonly int Many = LongRuns.Of(2, full: 6) * Traffic.Lines;

    public static IReadOnlyList<InjectedFault> InOrder { get; } =
    [
        new("none", new Habit(), bed => bed.Traffic.CallsAsync(Many)),
        new("callers hang up at every step", new Habit(HangsUp: true), bed => bed.Traffic.CallsAsync(Many)),
        new("every webhook twice at once", new Habit(Delivering.Twice), bed => bed.Traffic.CallsAsync(Many)),
        new("every webhook again, late", new Habit(Delivering.Late), bed => bed.Traffic.CallsAsync(Many)),
        new("webhooks out of order", new Habit(Delivering.OutOfOrder), bed => bed.Traffic.CallsAsync(Many)),
        new("server killed (kill -9)", new Habit(), KillServersAsync),
        new("cut before COMMIT arrives", new Habit(), bed => CutAsync(bed, CommitFault.CutBefore)),
        new("cut as COMMIT is sent", new Habit(), bed => CutAsync(bed, CommitFault.CutDuring)),
        new("cut before COMMIT is answered", new Habit(), bed => CutAsync(bed, CommitFault.CutAfter)),
        new("PostgreSQL stopped at once, restarted", new Habit(), RestartDatabaseAsync),
        new("stopped and restarted, every webhook twice", new Habit(Delivering.Twice), RestartDatabaseAsync),
        new("PostgreSQL frozen (SIGSTOP)", new Habit(), FreezeDatabaseAsync),
        new("network to PostgreSQL frozen", new Habit(), FreezeNetworkAsync),
        new("no connection left (53300)", new Habit(), TakeAllConnectionsAsync),
        new("connection pools used up", new Habit(Delivering.Twice), UseUpPoolsAsync),
        new("database read-only (25006)", new Habit(), ReadOnlyAsync),
        new("synchronous standby frozen", new Habit(), FreezeStandbyAsync),
        new("failover: primary lost, standby promoted", new Habit(), FailOverAsync),
    ];

    private static async Task KillServersAsync(FaultBed bed)
    {
        for (var place = 0; place < bed.Servers.Urls.Count; place++)
        {
            await bed.Traffic.CallsAsync(Some);
            await bed.Servers.CrashAsync(place);
            await bed.Traffic.CallsAsync(Some);
            await bed.Servers.StartAsync(place);
        }
    }

    // Two of three confirmations, so that the fault also hits the server's own retry.
    private static async Task CutAsync(FaultBed bed, CommitFault fault)
    {
        var confirmations = 0;
        bed.Befalls(() => Interlocked.Increment(ref confirmations) % 3 == 0 ? CommitFault.None : fault);
        await bed.Traffic.CallsAsync(Many);
        bed.Befalls(() => CommitFault.None);
    }

    private static async Task RestartDatabaseAsync(FaultBed bed)
    {
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Primary.EndAtOnceAsync();
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Primary.StartAgainAsync();
        await bed.Databases.SynchronisedAsync();
    }

    private static async Task FreezeDatabaseAsync(FaultBed bed)
    {
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Primary.FreezeAsync();
        await bed.HurtAsync();
        await bed.Databases.Primary.ThawAsync();
    }

    private static async Task FreezeNetworkAsync(FaultBed bed)
    {
        await bed.Traffic.CallsAsync(Some);
        bed.Hold();
        await bed.HurtAsync();
        bed.Release();
    }

    private static async Task FreezeStandbyAsync(FaultBed bed)
    {
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Standby.FreezeAsync();
        await bed.HurtAsync();
        await bed.Databases.Standby.ThawAsync();
    }

    private static async Task TakeAllConnectionsAsync(FaultBed bed)
    {
        const string endOthers = "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = 'ivr'";
        await bed.Traffic.CallsAsync(Some);
        var taken = new List<NpgsqlConnection>();
        try
        {
            await Eventually.TrueAsync(
                async () =>
                {
                    while (await TryOpenAsync(bed.Databases.Primary) is { } connection)
                        taken.Add(connection);
                    return await taken[0].ExecuteScalarAsync<long>(endOthers) == 0;
                },
                "All connections taken");
            await bed.Traffic.CallsAsync(Some);
        }
        finally
        {
            foreach (var connection in taken)
                await connection.DisposeAsync();
        }
    }

    // Each confirmation and each repeat of it holds a connection until the standby continues, because no timeout ends a COMMIT. A lock
    // would hold connections too, but waiting for a lock times out at about the same time as waiting for a connection.
    private static async Task UseUpPoolsAsync(FaultBed bed)
    {
        var before = bed.Servers.Logged();
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Standby.FreezeAsync();
        await Eventually.TrueAsync(() => bed.Servers.HaveLoggedAsync("The connection pool has been exhausted", before), "A pool that is used up");
        await bed.Databases.Standby.ThawAsync();
    }

    private static async Task<NpgsqlConnection?> TryOpenAsync(PostgresNode node)
    {
        try
        {
            return await node.OpenAsync();
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            return null;
        }
    }

    private static async Task ReadOnlyAsync(FaultBed bed)
    {
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Primary.SetAsync("default_transaction_read_only = on");
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Primary.ResetAsync("default_transaction_read_only");
    }

    private static async Task FailOverAsync(FaultBed bed)
    {
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.Primary.EndAtOnceAsync();
        await bed.HurtAsync();
        await bed.Databases.PromoteAsync();
        await bed.Traffic.CallsAsync(Some);
        await bed.Databases.FollowAsync();
    }
}
