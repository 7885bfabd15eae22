using Dapper;
using Ivr.Bench.National;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;
using Ivr.Bench.Steps;
using Ivr.Server.Logins.Hashing;
using Ivr.Tests.Host;
using Npgsql;

namespace Ivr.Tests.Documentation.Benchmarks;

/// <summary>Tests that the parts of ./bench work. The measured speed is not tested here.</summary>
[Collection<BenchRuns>]
public sealed class BenchTests(SharedBenchCluster shared)
{
    private static readonly BenchSettings Little = new()
    {
        Rounds = 1,
        Duration = TimeSpan.FromSeconds(1),
        WarmUp = TimeSpan.Zero,
        WarmUpCalls = 2,
        Workers = 8,
        Clients = 16,
    };

    [Fact]
    public async Task A_round_and_every_step_give_the_table()
    {
        var stop = TestContext.Current.CancellationToken;

        var builds = await new RoundsRun(Little, shared.Started, _ => { }).RunAsync(stop);
        var steps = await StepsRun.TryAsync(shared.Started, stop);

        var runs = Assert.Single(builds).Runs;
        Assert.Equal([Kind.FewRounds, Kind.AllRounds, Kind.National], runs.Select(run => run.Kind));
        Assert.All(runs, run => Assert.True(run.IsClean, run.Figures.Faults));
        Assert.All(runs, run => Assert.InRange(run.Figures.CallsPerSecond, 0.1, double.MaxValue));
        Assert.All(runs, run => Assert.InRange(run.Figures.PeakMegabytes, 20, 100_000));
        Assert.All(runs, run => Assert.InRange(run.Figures.HashMilliseconds, 0, run.Figures.ServerMilliseconds));
        Assert.InRange(runs.Single(run => run.Kind == Kind.AllRounds).Figures.HashMilliseconds, 0.1, 1000);
        Assert.InRange(runs.Single(run => run.Kind == Kind.AllRounds).Figures.HashedTogether!.Value, 1, PasswordHash.MaxAtOnce);
        Assert.Equal(
            ["signature", "opening the state", "deciding", "sealing the state", "rendering", "whole webhook, in process",
                "hash of 100,000 iterations, Rfc2898DeriveBytes", "hash, one alone", "hash, each of eight together"],
            steps.Select(step => step.Name));
        Assert.All(steps, step => Assert.True(step.Nanoseconds > 0, step.Name));

        var report = FiguresReport.Write(await MeasuredMachine.LookAsync(stop), Little, builds, steps);
        Assert.Equal(steps.Count, report.Split('\n').Count(line => line.EndsWith(" kB |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Two_builds_stand_side_by_side_with_the_noise_and_the_ratio()
    {
        var machine = new MeasuredMachine("Processor", 2, 8, "Software", "ext4", BusyBefore: 3);

        var report = FiguresReport.Write(machine, Little with { Rounds = 3 }, [Measured("this", 100, 110, 120), Measured("that", 60, 55, 50)], []);

        Assert.Contains(" | 110.0 (18 %) | 55.0 (18 %) | 2.00 |", report, StringComparison.Ordinal);
        Assert.Contains(" | 1.25 ms (0 %) | 1.25 ms (0 %) | 1.00 |", report, StringComparison.Ordinal);
        Assert.Contains(" | 120 MB | 60 MB | 2.00 |", report, StringComparison.Ordinal);
        Assert.Contains("3 of 9", report, StringComparison.Ordinal);
        // One warning that the machine was not free, and one about the three loads.
        Assert.False(machine.IsFree);
        Assert.Equal(2, report.Split("**").Length / 2);
    }

    [Fact]
    public async Task The_country_calls_one_server()
    {
        var stop = TestContext.Current.CancellationToken;
        // Enough calls to measure the CPU time of PostgreSQL: Linux reports the time of each process in hundredths of a second.
        var load = new NationalLoad("a few", 30, TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(1), IsRealTime: false);

        var all = await new NationalRun(shared.Started, _ => { }) { Workers = 32, Clients = 64, WarmUpCalls = 3 }.RunAsync([load, load with { Name = "again", Burst = TimeSpan.Zero }], stop);

        Assert.All(all, figures => Assert.True(figures.IsBorne));
        Assert.All(all, figures => Assert.Equal(figures.Calls, figures.Confirmed));
        Assert.True(all[0].Calls > all[1].Calls);
        var database = await LastDatabaseAsync();
        Assert.Equal((3 + all.Sum(figures => figures.Calls), 0), await EntriesAsync(database));
        Assert.True(await IsSettledAsync(database));
        Assert.All(all, figures => Assert.InRange(figures.ServerShare, 0.001, 10));
        Assert.All(all, figures => Assert.InRange(figures.HashShare, 0.001, figures.ServerShare));
        Assert.All(all, figures => Assert.InRange(figures.ServerMilliseconds, 1, 1000));
        Assert.All(all, figures => Assert.InRange(figures.DatabaseMilliseconds, 0.01, 1000));
        var report = NationalReport.Write(await MeasuredMachine.LookAsync(stop), all);
        Assert.Contains(" | 30.0 | 30.0 |", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 0, 0, true)]
    [InlineData(false, 0, 0, false)]
    [InlineData(true, 1, 0, false)]
    [InlineData(true, 0, 1, false)]
    public void A_webhook_that_was_refused_or_late_is_noticed(bool isClean, int refused, int late, bool isBorne)
    {
        NationalFigures figures = new(
            NationalLoad.All[0], isClean, Calls: 100, Confirmed: 100, Moments: 0, refused, late, OnTheLine: 10, ServerMilliseconds: 6.5, HashMilliseconds: 5.2, DatabaseMilliseconds: 1.25,
            ServerShare: 0.5, DatabaseShare: 0.2, GeneratorShare: 0.3, P50: 1, P99: 60, Longest: 90, P99WithoutHash: 9, PeakMegabytes: 200);

        Assert.Equal(isBorne, figures.IsBorne);
        var report = NationalReport.Write(new("Processor", 2, 8, "Software", "ext4", BusyBefore: 0), [figures]);
        Assert.Contains(" | 6.50 ms |", report, StringComparison.Ordinal);
        Assert.Contains(" | 1.30 ms |", report, StringComparison.Ordinal);
        Assert.Contains(" | 1.25 ms |", report, StringComparison.Ordinal);
        Assert.Contains(" | 10 % |", report, StringComparison.Ordinal);
        Assert.Equal(!isBorne, report.Contains("**", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_git_the_build_is_this_build()
    {
        var path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", "");
        try
        {
            Assert.Equal("this build", (await Build.HereAsync(TestContext.Current.CancellationToken)).Name);
            var missing = await Assert.ThrowsAsync<BenchException>(() => Build.OfAsync("HEAD", "nowhere", TestContext.Current.CancellationToken));
            Assert.StartsWith("git cannot be started", missing.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }

    [Fact]
    public async Task Nothing_is_measured_after_a_warm_up_in_which_calls_fail()
    {
        var stop = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        var known = await Loader.PrepareAsync(folder.Path, workers: 4, clients: 8, stop);
        var strangers = await Loader.PrepareAsync(folder.Path, workers: 16, clients: 8, stop);
        await using var site = await Site.StartAsync(
            await Build.HereAsync(stop), await shared.Started.CreateDatabaseAsync(), known.People, iterations: 1000, folder.In("journal"), stop);

        await known.WarmUpAsync(site, shared.Started.ProcessId, 4, stop);
        await Assert.ThrowsAsync<BenchException>(() => strangers.WarmUpAsync(site, shared.Started.ProcessId, 16, stop));
    }

    // The number of entries on record, and how many of them are possible duplicates.
    private static async Task<(int Entries, int Duplicates)> EntriesAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.QuerySingleAsync<(int, int)>("select count(*)::int, (count(*) filter (where possible_duplicate))::int from prestation_feed");
    }

    private static async Task<bool> IsSettledAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        return await connection.QuerySingleAsync<bool>("select last_vacuum is not null and last_analyze is not null from pg_stat_user_tables where relname = 'client'");
    }

    // The run does not say which database it made. Their names are numbered.
    private async Task<string> LastDatabaseAsync()
    {
        var next = new NpgsqlConnectionStringBuilder(await shared.Started.CreateDatabaseAsync());
        var number = int.Parse(next.Database!.Split('_')[1]);
        next.Database = $"bench_{number - 1}";
        return next.ConnectionString;
    }

    private static MeasuredBuild Measured(string name, params double[] rates) => new(
        new(name, ""),
        [.. from kind in Loads.OfOneServer from rate in rates
            select new MeasuredRun(kind, 1, new(name != "that" || kind != Kind.National, rate, 1.5, 0.25, 1, 0.1, 1, 1, 1, PeakMegabytes: rate))]);
}
