using Dapper;
using Ivr.Bench.HighAvailability;
using Ivr.Bench.Rounds;
using Ivr.Caller.Load.Processes;
using Npgsql;

namespace Ivr.Bench.Cluster;

/// <summary>Reads what the parts of a cluster use, from /proc. The leader must stay the same.</summary>
internal sealed class ClusterMeter(PatroniCluster cluster, IReadOnlyList<FrontMachine> fronts, IReadOnlyList<Site> sites, int leader, IReadOnlyList<int> standbys)
{
    // The names that the server gives its connections.
    private const string Calls = "ivr";
    private const string Background = "ivr-side";
    private const string Pages = "ivr-secured";

    private const string Connections = "select pid, application_name from pg_stat_activity where application_name in ('ivr', 'ivr-side', 'ivr-secured')";
    private const string Wal = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";

    public static async Task<ClusterMeter> CreateAsync(PatroniCluster cluster, IReadOnlyList<FrontMachine> fronts, IReadOnlyList<Site> sites)
    {
        var leader = await cluster.LeaderAsync();
        List<int> standbys = [];
        foreach (var machine in cluster.Machines.Where(machine => machine != leader))
            standbys.Add(await machine.PostgresAsync());
        return new(cluster, fronts, sites, await leader.PostgresAsync(), standbys);
    }

    /// <summary>Measures what is used while <paramref name="doing"/> runs.</summary>
    public async Task<(T Result, ClusterCost Cost)> WhileAsync<T>(Func<Task<T>> doing)
    {
        var before = await ReadAsync();
        var result = await doing();
        return (result, (await ReadAsync()).Since(before));
    }

    private async Task<Use> ReadAsync()
    {
        var front = TimeSpan.Zero;
        foreach (var machine in fronts)
            front += Sum(await machine.Machine.ProcessesAsync(), LinuxProcess.ProcessorTime);
        await using var connection = new NpgsqlConnection(cluster.Owner);
        var wal = await connection.QuerySingleAsync<long>(Wal);
        var connections = await connection.QueryAsync<(int Process, string Pool)>(Connections);
        var here = cluster.Network.Processes();
        return new(
            sites.Aggregate(TimeSpan.Zero, (sum, site) => sum + site.ProcessorTime),
            front,
            Sum([leader], LinuxProcess.ProcessorTimeWithChildren),
            Sum(standbys, LinuxProcess.ProcessorTimeWithChildren),
            wal,
            connections.Where(one => here.ContainsKey(one.Process))
                .ToDictionary(one => one.Process, one => (one.Pool, Sum([here[one.Process]], LinuxProcess.ProcessorTime))));
    }

    private static TimeSpan Sum(IEnumerable<int> processes, Func<int, TimeSpan?> read) =>
        processes.Aggregate(TimeSpan.Zero, (sum, process) => sum + (read(process) ?? TimeSpan.Zero));

    // What was used since the processes began. Connections are by the id of their process.
    private sealed record Use(
        TimeSpan Servers, TimeSpan Fronts, TimeSpan Leader, TimeSpan Standbys, long Wal, IReadOnlyDictionary<int, (string Pool, TimeSpan Time)> Connections)
    {
        public ClusterCost Since(Use before)
        {
            return new(
                (Servers - before.Servers).TotalMilliseconds,
                (Fronts - before.Fronts).TotalMilliseconds,
                (Leader - before.Leader).TotalMilliseconds,
                OfPool(Calls),
                OfPool(Background),
                OfPool(Pages),
                (Standbys - before.Standbys).TotalMilliseconds,
                Wal - before.Wal);

            double OfPool(string pool) => Connections.Where(connection => connection.Value.Pool == pool)
                .Sum(connection => (connection.Value.Time - before.Connections.GetValueOrDefault(connection.Key).Time).TotalMilliseconds);
        }
    }
}
