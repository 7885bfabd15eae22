using Ivr.Bench.Cluster;
using Ivr.Bench.HighAvailability;
using Ivr.Bench.Reports;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation.Benchmarks;

/// <summary>Tests that ./bench --cluster works. Whether three servers cost more than one is not tested here.</summary>
[Collection<RunsAlone>]
public sealed class ClusterBenchTests
{
    private static readonly ClusterSettings Little = ClusterSettings.Brief with
    {
        Entries = 720,
        Clients = 20_000,
        Rate = 10,
        Readers = 4,
        LivePages = 3,
        Pages = 1,
        WarmUpCalls = 8,
        WarmUp = TimeSpan.Zero,
        Duration = TimeSpan.FromSeconds(2),
    };

    private static readonly MeasuredMachine MeasuredMachine = new("Processor", 2, 8, "Software", "ext4", BusyBefore: 0);

    public static bool AreLongRunsAsked => LongRuns.AreAsked;

    [Fact(Skip = "./test --long runs it.", SkipUnless = nameof(AreLongRunsAsked))]
    public async Task Calls_and_pages_are_measured_on_a_cluster()
    {
        var reason = await PatroniCluster.WhyNotAsync();
        Assert.SkipWhen(reason is not null, reason ?? "");

        var result = await new ClusterRun(Little, _ => { }).RunAsync(TestContext.Current.CancellationToken);

        Assert.True(result.IsClean);
        Assert.Equal((5, 3, 4), (result.Growth.Count, result.History.Count, result.Pages.Count));
        var runs = result.Growth.Concat(result.History).Select(load => Assert.Single(load.Runs)).ToList();
        Assert.All(runs, run => Assert.InRange(run.CallsPerSecond, 0.1, 10_000));
        Assert.All(runs, run => Assert.InRange(run.P99, run.P50, run.Longest));
        Assert.All(runs, run => Assert.InRange(run.Call.Servers, 0.1, 1000));
        Assert.All(runs, run => Assert.InRange(run.Call.Wal, 1000, 10_000_000));
        // Linux reports times in hundredths of a second. Only these loads have enough calls.
        Assert.All(result.Growth.Skip(3).Select(load => load.Runs[0].Call), call =>
        {
            Assert.InRange(call.Fronts, 0.01, 1000);
            Assert.InRange(call.LeaderCalls, 0.01, call.Leader);
            Assert.InRange(call.LeaderBackground, 0.001, call.Leader);
            Assert.InRange(call.Standbys, 0.01, 1000);
        });
        Assert.All(result.History.Skip(1), load => Assert.InRange(load.Runs[0].Pages!.Answered, 1, 100_000));
        Assert.InRange(result.HashMilliseconds, 1, 10_000);
        // The replica was read, and nothing was read from the leader instead.
        Assert.True(result.History[1].Runs[0].Call.LeaderPages > result.History[2].Runs[0].Call.LeaderPages);
    }

    [Fact]
    public void The_tables_have_a_column_for_each_load_and_the_needs_of_several_countries()
    {
        var report = ClusterReport.Write(MeasuredMachine, ClusterSettings.Full, MadeUp(isClean: true));

        Assert.Contains("| server CPU a call | 2.00 ms (0 %) | 3.00 ms (0 %) |", report, StringComparison.Ordinal);
        Assert.Contains("| write-ahead log a call | 9.0 kB (0 %) |", report, StringComparison.Ordinal);
        Assert.Contains("| pages that were answered |  | 40 (0 %) |", report, StringComparison.Ordinal);
        Assert.Contains("| a page | 250 ms | 5.0 ms | 90.0 ms | 1.0 ms | 95.0 ms |", report, StringComparison.Ordinal);
        // 3 ms and 30 ms for the password.
        Assert.Contains("| cores of all servers, passwords hashed one at a time | 0.2 | 1.1 | 2.2 | 5.4 | 10.9 |", report, StringComparison.Ordinal);
        Assert.Contains("| servers of 8 cores | 2 | 2 | 2 | 2 | 3 |", report, StringComparison.Ordinal);
        Assert.Contains("| cores of the leader | 0.02 | 0.10 | 0.20 | 0.50 | 0.99 |", report, StringComparison.Ordinal);
        Assert.Contains("| connections, with a pool of 20 | 88 | 88 | 88 | 88 | 117 |", report, StringComparison.Ordinal);
        Assert.DoesNotContain("**", report, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_call_is_not_hidden() =>
        Assert.Contains("**", ClusterReport.Write(MeasuredMachine, ClusterSettings.Full, MadeUp(isClean: false)), StringComparison.Ordinal);

    private static ClusterResult MadeUp(bool isClean) => new(
        [Load("one", 2), Load("three", 3)],
        [Load("no pages", 2), Load("pages", 2, isClean, new(40, 2, 900))],
        [new("a page", 250, Cost(servers: 5, leader: 90), Cost(servers: 5, leader: 1, standbys: 95))],
        Cost(servers: 1, leader: 1),
        HashMilliseconds: 30);

    private static MeasuredLoad Load(string name, double servers, bool isClean = true, PagesRead? pages = null) =>
        new(name, [new(isClean, 33, 2, 20, 50, Cost(servers, leader: 1), pages)]);

    private static ClusterCost Cost(double servers, double leader, double standbys = 1) =>
        new(servers, Fronts: 0.5, leader, LeaderCalls: 0.4, LeaderBackground: 0.3, LeaderPages: 0, standbys, Wal: 9000);
}
