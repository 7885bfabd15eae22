using Ivr.Tests.Host;
using Ivr.Tests.Properties.Witness;
using Xunit.Sdk;

namespace Ivr.Tests.Properties;

/// <summary>A failed property is reported with the smallest calls that break it, as a script that can be replayed.</summary>
public sealed class CounterExampleTests(TestCluster cluster)
{
    [Fact]
    public async Task The_smallest_call_that_records_something_is_found_and_can_be_played_again()
    {
        await using var lane = await Lane.StartAsync(cluster);
        var found = await BreakAsync(PropertyRun.From(calls: null, seed: null), lane);

        string[] script =
        [
            "title: Calls that break a property", "dial: \"+3280035530\"", "from: \"+3225551234\"", "moment: 2026-03-12 15:30:00",
            "steps:", "- press: \"980000000044#\"", "- press: \"47440#\"", "- press: \"100000000135\"", "- press: \"1\"",
            "- press: \"3\"", "- press: \"1\"", "- silence",
        ];
        Assert.Contains(string.Join('\n', script), found, StringComparison.Ordinal);
        Assert.Single(found.Split("dial: ").Skip(1));
        Assert.Contains("en-GB  Your hours are recorded.", found, StringComparison.Ordinal);

        var seed = found.Split($"{PropertyRun.SeedVariable}=")[1].Trim();
        Assert.Contains(string.Join('\n', script), await BreakAsync(PropertyRun.From(calls: null, seed), lane), StringComparison.Ordinal);
    }

    // FsCheck blocks its thread until it ends.
    private static async Task<string> BreakAsync(PropertyRun run, Lane lane) => (await Assert.ThrowsAsync<FailException>(() => Task.Run(
        () => run.Check(
            async scenario =>
            {
                var playback = await lane.PlayAsync(scenario);
                Broken.Unless(playback.Rows.Count == 0, playback.Tell());
            },
            lane: 0,
            lanes: 1)))).Message;
}
