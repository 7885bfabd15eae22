using Ivr.Bench.Peer;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;
using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;

namespace Ivr.Tests.Documentation.Benchmarks;

/// <summary>Tests that ./bench --peer works. Which of both is faster is not tested here.</summary>
[Collection<BenchRuns>]
public sealed class PeerTests(SharedBenchCluster shared)
{
    private static readonly BenchSettings Little = new()
    {
        Kinds = Loads.OfPeers,
        Rounds = 1,
        Duration = TimeSpan.FromSeconds(1),
        StartDuration = TimeSpan.FromSeconds(1),
        // So few that also two servers with cold code and a busy machine answer all of them.
        Crowd = 4,
        SteadyRate = 4,
        WarmUp = TimeSpan.Zero,
        WarmUpCalls = 2,
        Workers = 64,
        Clients = 200,
    };

    private static readonly MeasuredMachine MeasuredMachine = new("Processor", 2, 8, "Software", "ext4", BusyBefore: 0);

    public static bool IsAsked => LongRuns.AreAsked;

    // Ten servers one after another.
    [Fact(Skip = "./test --long runs it.", SkipUnless = nameof(IsAsked))]
    public async Task The_plain_service_has_the_same_calls_as_the_server()
    {
        var stop = TestContext.Current.CancellationToken;

        var builds = await new RoundsRun(Little, shared.Started, _ => { }).RunAsync(async (_, _) => [await Build.HereAsync(stop), PlainBuild.Here], stop);

        Assert.Equal(2, builds.Count);
        Assert.All(builds, build => Assert.Equal(Loads.OfPeers, build.Runs.Select(run => run.Kind)));
        Assert.All(builds.SelectMany(build => build.Runs), run =>
        {
            Assert.True(run.IsClean, run.Figures.Faults);
            Assert.InRange(run.Figures.CallsPerSecond, 0.1, double.MaxValue);
            // Both name their states, so that the webhook with the password is known.
            Assert.InRange(run.Figures.P99WithoutHash, 0.1, 60_000);
        });
        Assert.InRange(Saturated(builds[0]).HashedTogether!.Value, 1, PasswordHash.MaxAtOnce);
        Assert.Null(Saturated(builds[1]).HashedTogether);
        Assert.Equal(11, PeerReport.Write(MeasuredMachine, Little, builds).Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)) - 2);
    }

    [Fact]
    public void Each_figure_has_its_ratio_and_says_whether_its_goal_is_met()
    {
        var report = PeerReport.Write(MeasuredMachine, Little with { Rounds = 3, Crowd = 64 }, [Measured("server", 260, 2, start: 0.5), Measured("plain service", 130, 1, start: 0.9)]);

        Assert.Contains("| calls a second, 1,000 iterations, 64 callers | 260.0 (0 %) | 130.0 (0 %) | 2.00 | at least 1.3: met |", report, StringComparison.Ordinal);
        Assert.Contains("| calls a second, 100,000 iterations, 64 callers | 260.0 (0 %) | 130.0 (0 %) | 2.00 | at least 5.0: **not met** |", report, StringComparison.Ordinal);
        Assert.Contains("| server CPU a call, the same | 2.00 ms (0 %) | 1.00 ms (0 %) | 2.00 | at most 0.8: **not met** |", report, StringComparison.Ordinal);
        Assert.Contains(" | 0.50 (0 %) | 0.90 (0 %) | 0.56 | server: at least 0.8: **not met** |", report, StringComparison.Ordinal);
        Assert.Contains(" | 7.5 (0 %) |  |  |  |", report, StringComparison.Ordinal);
        Assert.Contains(" | 150 MB | 150 MB | 1.00 | at most 1.2: met |", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plain_service_is_not_shipped()
    {
        var stop = TestContext.Current.CancellationToken;

        Assert.DoesNotContain("PlainService", await File.ReadAllTextAsync(Repository.In("Ivr.Server", "Ivr.Server.csproj"), stop), StringComparison.Ordinal);
        Assert.DoesNotContain(await File.ReadAllLinesAsync(Repository.In(".dockerignore"), stop), line => line.StartsWith("!Ivr.Bench", StringComparison.Ordinal));
    }

    private static RoundFigures Saturated(MeasuredBuild build) => build.Runs.Single(run => run.Kind == Kind.CrowdAllRounds).Figures;

    private static MeasuredBuild Measured(string name, double rate, double cpu, double start) => new(
        new(name, ""),
        [.. from kind in Loads.OfPeers from round in Enumerable.Range(1, 3)
            select new MeasuredRun(kind, round, new(IsClean: true, kind == Kind.Start ? rate * start : rate, cpu, 0.25, 1, 0.1, 1, 1, 1, PeakMegabytes: 150)
            {
                HashedTogether = name == "server" ? 7.5 : null,
            })]);
}
