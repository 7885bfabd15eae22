using Ivr.Tests.Faults.Calling;

namespace Ivr.Tests.HighAvailability;

/// <summary>All faults in the order of the table.</summary>
internal static class ClusterFaults
{
    private const int Some = 2 * Traffic.Lines;

    // Longer than the ttl of patroni.yml, after which a leader without etcd gives up.
    private static readonly TimeSpan LongerThanTtl = TimeSpan.FromSeconds(30);

    public static IReadOnlyList<ClusterFault> InOrder { get; } =
    [
        new("none", IsQuick: true, bed => bed.Traffic.CallsAsync(4 * Some)),
        new("leader's PostgreSQL killed (kill -9)", IsQuick: true, KillPostgresAsync),
        new("leader's machine killed", IsQuick: false, KillLeaderAsync),
        new("leader's machine frozen (SIGSTOP)", IsQuick: false, FreezeLeaderAsync),
        new("leader cut off from etcd and its standbys", IsQuick: false, CutLeaderOffAsync),
        new("etcd without quorum", IsQuick: false, StopQuorumAsync),
        new("planned switch-over", IsQuick: true, SwitchOverAsync),
        new("synchronous standby's machine killed", IsQuick: false, KillStandbyAsync),
        new("the only standby's machine killed", IsQuick: false, KillBothStandbysAsync),
        new("HAProxy reloaded", IsQuick: true, bed => RepeatAsync(bed, bed.Cluster.Front.ReloadHaProxyAsync)),
        new("PgBouncer restarted", IsQuick: true, bed => RepeatAsync(bed, bed.Cluster.Front.RestartPgBouncerAsync)),
        new("voice server killed (kill -9)", IsQuick: true, bed => RestartVoiceAsync(bed, 0, bed.Voice.CrashAsync)),
        new("voice server drained", IsQuick: true, bed => RestartVoiceAsync(bed, 1, bed.Voice.TerminateAsync)),
        new("all voice servers rolled", IsQuick: false, RollAsync),
    ];

    private static async Task KillPostgresAsync(ClusterBed bed)
    {
        var leader = await bed.Cluster.LeaderAsync();
        await leader.Machine.SignalAsync("KILL", "postgres");
        await bed.ReplacedAsync(leader);
    }

    private static async Task KillLeaderAsync(ClusterBed bed)
    {
        var leader = await bed.Cluster.LeaderAsync();
        await leader.Machine.LosePowerAsync();
        await bed.ReplacedAsync(leader);
        await leader.StartAsync();
    }

    private static async Task FreezeLeaderAsync(ClusterBed bed)
    {
        var leader = await bed.Cluster.LeaderAsync();
        await leader.Machine.FreezeAsync();
        await bed.ReplacedAsync(leader);
        await leader.Machine.ThawAsync();
    }

    // The voice servers still reach the old leader through HAProxy.
    private static async Task CutLeaderOffAsync(ClusterBed bed)
    {
        var leader = await bed.Cluster.LeaderAsync();
        var others = bed.Cluster.Machines.Where(machine => machine != leader).Select(machine => machine.Machine).ToList();
        await leader.Machine.CutOffAsync(others);
        await bed.ReplacedAsync(leader);
        await leader.Machine.ReconnectAsync(others);
    }

    private static async Task StopQuorumAsync(ClusterBed bed)
    {
        var two = bed.Cluster.Machines.Take(2).ToList();
        foreach (var machine in two)
            await machine.Machine.SignalAsync("KILL", "etcd");
        await Task.Delay(LongerThanTtl);
        await bed.RecordsAsync();
        foreach (var machine in two)
            await machine.StartEtcdAsync();
    }

    private static async Task SwitchOverAsync(ClusterBed bed)
    {
        var leader = await bed.Cluster.LeaderAsync();
        await bed.Cluster.SwitchOverAsync();
        await bed.ReplacedAsync(leader);
    }

    private static async Task KillStandbyAsync(ClusterBed bed)
    {
        var standby = await bed.Cluster.SynchronousStandbyAsync();
        await standby.Machine.LosePowerAsync();
        await bed.Traffic.CallsAsync(Some);
        await bed.RecordsAsync();
        await standby.StartAsync();
    }

    // Without any standby nothing can be recorded. One standby is enough.
    private static async Task KillBothStandbysAsync(ClusterBed bed)
    {
        var (leader, synchronous) = (await bed.Cluster.LeaderAsync(), await bed.Cluster.SynchronousStandbyAsync());
        var other = bed.Cluster.Machines.Single(machine => machine != leader && machine != synchronous);
        await other.Machine.LosePowerAsync();
        await bed.Traffic.CallsAsync(Some);
        await synchronous.Machine.LosePowerAsync();
        await bed.Traffic.CallsAsync(2 * Some);
        await other.StartAsync();
        await bed.RecordsAsync();
        await synchronous.StartAsync();
    }

    private static async Task RepeatAsync(ClusterBed bed, Func<Task> actAsync)
    {
        for (var time = 0; time < 3; time++)
        {
            await actAsync();
            await bed.Traffic.CallsAsync(Some);
        }
    }

    private static async Task RestartVoiceAsync(ClusterBed bed, int place, Func<int, Task> endAsync)
    {
        await endAsync(place);
        await bed.Traffic.CallsAsync(Some);
        await bed.Voice.StartAsync(place);
        await bed.Voice.ReadyAsync();
    }

    private static async Task RollAsync(ClusterBed bed)
    {
        for (var place = 0; place < ClusterBed.Servers; place++)
            await RestartVoiceAsync(bed, place, bed.Voice.TerminateAsync);
    }
}
