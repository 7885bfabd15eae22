using Ivr.Caller.Scripts;
using Ivr.Tests.Host;
using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>A counter-example is a valid file for the library of call scripts: it can be parsed, and its replay is the same call.</summary>
public sealed class CounterExampleScriptTests(TestCluster cluster, ITestOutputHelper output)
{
    private static readonly int Calls = LongRuns.Of(200, full: 2000);

    private int _read;
    private int _same;

    [Fact]
    public async Task Made_up_calls_are_read_as_scripts_and_played_they_are_the_same()
    {
        await using var lane = await Lane.StartAsync(cluster);

        // FsCheck blocks its thread until it ends.
        await Task.Run(() => PropertyRun.From($"{Calls}", seed: null).Check(
            async scenario =>
            {
                var playback = await lane.PlayAsync(scenario);
                var file = ScriptFile.Parse("counter-example.yaml", playback.Script);
                _read += Assert.Single(file.Runs).Script.Calls?.Count ?? 1;
                // Calls at the same time may have other results when they are made one after another.
                if (playback.Calls.All(call => call.IsAlone))
                    await CompareAsync(playback, lane, file);
            },
            lane: 0,
            lanes: 1));

        output.WriteLine($"{_read} calls read, {_same} played again.");
        Assert.InRange(_read, Calls, int.MaxValue);
        Assert.InRange(_same, Calls / 5, int.MaxValue);
    }

    private async Task CompareAsync(Playback playback, Lane lane, ScriptFile file)
    {
        var (result, deliveries) = await lane.RunAsync(file);
        var (expected, found) = (Lines(playback.Calls.SelectMany(call => call.Deliveries)), Lines(deliveries));
        // The script runner expects the same words for a repeat. Where a repeat correctly got other words, the script ends.
        var isCut = !result.Passed && playback.Calls.Any(call => HasUnlikeRepeat(call.Deliveries));
        Broken.Unless(
            isCut ? expected.Take(found.Count - 1).SequenceEqual(found.SkipLast(1)) : result.Passed && expected.SequenceEqual(found),
            $"{playback.Tell()}\n\n{result.Failure}\nPlayed first:\n{string.Join('\n', expected)}\nPlayed again:\n{string.Join('\n', found)}");
        _same += isCut ? 0 : playback.Calls.Count;
    }

    private static List<string> Lines(IEnumerable<WitnessedDelivery> deliveries) =>
        [.. deliveries.Select(delivery => $"{delivery.Path} {delivery.Digits} {delivery.State}")];

    private static bool HasUnlikeRepeat(IEnumerable<WitnessedDelivery> deliveries) => deliveries
        .Where(delivery => !delivery.IsStatus)
        .GroupBy(delivery => delivery.Token)
        .Any(repeats => repeats.Select(delivery => delivery.Words).Distinct().Count() > 1);
}
