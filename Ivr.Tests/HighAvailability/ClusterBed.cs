using Dapper;
using Ivr.Bench.HighAvailability;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Checking;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.HighAvailability;

/// <summary>The system under test: a PostgreSQL cluster, three voice servers behind HAProxy, and callers.</summary>
internal sealed class ClusterBed : IAsyncDisposable
{
    public const int Servers = 3;

    private const string Busy = "select count(*) from pg_stat_activity where application_name = 'ivr' and state <> 'idle'";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private ClusterBed(PatroniCluster cluster, VoiceServers voice)
    {
        Cluster = cluster;
        Voice = voice;
        Traffic = new([cluster.Front.Voice], History);
    }

    public PatroniCluster Cluster { get; }

    public VoiceServers Voice { get; }

    public Traffic Traffic { get; }

    /// <summary>What the callers did and heard.</summary>
    public OperationHistory History { get; } = new();

    public static async Task<ClusterBed> StartAsync()
    {
        var cluster = await PatroniCluster.StartAsync(
            TestCluster.ServerRole, network => [.. Enumerable.Range(0, Servers).Select(place => Address(network.HostAddress, place))]);
        try
        {
            await PostgresPair.FillAsync(cluster.Owner, Traffic.Workers);
            var voice = await VoiceServers.StartAsync([.. Enumerable.Range(0, Servers).Select(place => Place(cluster, place))]);
            await voice.ReadyAsync();
            await voice.ReadyForTheWorstAsync();
            return new(cluster, voice);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Injects a fault while calls run, and waits until the cluster is complete again.</summary>
    public async Task<TriedFault> TryAsync(ClusterFault fault)
    {
        var began = DateTimeOffset.UtcNow;
        var (calls, waits) = await Traffic.WhileAsync(fault.Name, new Habit(), async () =>
        {
            await Traffic.CallsAsync(Traffic.Lines);
            await fault.InjectAsync(this);
            await Cluster.HealthyAsync();
            await Voice.ReadyAsync();
            await Traffic.CallsAsync(2 * Traffic.Lines);
        });
        return new(fault.Name, calls, waits, History.LongestWithoutRecord(began));
    }

    /// <summary>Waits until another machine leads, and until callers can record again.</summary>
    public async Task ReplacedAsync(DatabaseMachine leader)
    {
        await Eventually.TrueAsync(async () => await Cluster.FindLeaderAsync(leader) is { } other && other != leader, $"Another leader than {leader.Name}", Patience);
        await RecordsAsync();
    }

    /// <summary>Waits until a caller hears "recorded".</summary>
    public async Task RecordsAsync()
    {
        var recorded = History.Recorded;
        await Eventually.TrueAsync(() => History.Recorded > recorded, "A recorded entry", Patience);
    }

    /// <summary>
    /// Waits until nothing more can be written, compares what callers heard with what is on record, and returns all violations.
    /// </summary>
    public async Task<IReadOnlyList<Violation>> CheckAsync()
    {
        await Voice.LoadedAsync();
        await Voice.StopAsync();
        await using var connection = new NpgsqlConnection(Cluster.Owner);
        await connection.OpenAsync();
        await Eventually.TrueAsync(async () => await connection.QuerySingleAsync<long>(Busy) == 0, "The end of all statements");
        return Checker.Check(
            History.Operations(),
            [.. await connection.QueryAsync<FeedRow>("select * from prestation_feed")],
            [.. await connection.QueryAsync<LeftRow>(LeftRow.Sql)]);
    }

    public async ValueTask DisposeAsync()
    {
        await Traffic.DisposeAsync();
        await Voice.DisposeAsync();
        await Cluster.DisposeAsync();
    }

    private static string Address(string host, int place) => $"{host}:{8081 + place}";

    // One server without a pooler, one with PgBouncer in transaction mode, one in session mode.
    private static ServerPlace Place(PatroniCluster cluster, int place)
    {
        var direct = cluster.Front.Writer(TestCluster.ServerRole, PatroniCluster.ServerPassword);
        var url = $"http://{Address(cluster.Network.HostAddress, place)}";
        const string drain = "--Shutdown:Drain=00:00:03";
        return place == 0
            ? new(direct, url, drain)
            : new(
                cluster.Front.Pooled(place == 1 ? "ivr" : "ivr_session", TestCluster.ServerRole, PatroniCluster.ServerPassword),
                url, drain, $"--ConnectionStrings:IvrDirect={direct}");
    }
}
