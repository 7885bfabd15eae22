using System.Diagnostics;
using Ivr.Tests.Host;

namespace Ivr.Tests.Properties;

/// <summary>Properties of every call to the real server, whatever callers key and whatever happens to webhooks on their way.</summary>
public sealed class AnyCallTests(TestCluster cluster, ITestOutputHelper output)
{
    // Enough to keep two processors busy while one lane waits for PostgreSQL.
    private const int Lanes = 4;

    private readonly Seen _seen = new();

    [Fact]
    public async Task Every_call_is_answered_and_ends_and_only_what_was_confirmed_is_on_record()
    {
        var run = PropertyRun.FromEnvironment();
        var watch = Stopwatch.StartNew();
        var lanes = run.IsReplay ? 1 : Lanes;

        // FsCheck blocks its thread until it ends.
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => Task.Factory.StartNew(
            () => RunAsync(run, lane, lanes), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        output.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s\n{_seen}");
        if (!run.IsReplay)
            AssertFarEnough(run.Calls);
    }

    private async Task RunAsync(PropertyRun run, int number, int lanes)
    {
        await using var lane = await Lane.StartAsync(cluster);
        run.Check(
            async scenario =>
            {
                var playback = await lane.PlayAsync(scenario);
                _seen.Add(playback, playback.Check());
            },
            number,
            lanes);
    }

    // Calls that end early break no property, so check how far they get. The bounds are far below the counts of the default seed.
    private void AssertFarEnough(int calls)
    {
        Assert.InRange(_seen.Times("calls"), calls, int.MaxValue);
        Assert.InRange(_seen.Times("rows"), calls / 4, int.MaxValue);
        string[] often =
        [
            "entries for locked logins", "calls that begin at the password", "duplicates", "warnings", "doubled keys", "second entries", "cancelled entries", "repeats", "fallbacks",
            "confirmations of what was on record", "confirmations of something else than is on record",
        ];
        foreach (var some in often)
            Assert.True(_seen.Times(some) > calls / 200, $"Hardly any {some}: {_seen.Times(some)}.");
        string[] seldom = ["ended after 60 webhooks", "ended after 15 minutes"];
        foreach (var some in seldom)
            Assert.True(calls < 10_000 || _seen.Times(some) > 0, $"No call that {some}.");
    }
}
