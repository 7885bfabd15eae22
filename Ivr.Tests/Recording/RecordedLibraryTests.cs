using Ivr.Caller.Scripts;
using Ivr.Tests.Host;

namespace Ivr.Tests.Recording;

/// <summary>Whatever call the library holds: written down while it is played, and played from that, it goes through the same states.</summary>
public sealed class RecordedLibraryTests(TestCluster cluster)
{
    public static IEnumerable<TheoryDataRow<string>> Sample => (Environment.GetEnvironmentVariable("SAMPLE")?.Split(",") ?? [.. Ivr.Tests.Scripts.ScriptSuite.Names]).Select(n => new TheoryDataRow<string>(n));
    public static TheoryData<string> Sample0 =>
    [
        "another/second-client.yaml", "another/given-up.yaml", "correction/client.yaml", "correction/kept-by-silence.yaml",
    ];

    [Theory]
    [MemberData(nameof(Sample))]
    public async Task The_recording_goes_through_the_same_states(string name)
    {
        var file = await ScriptFile.ReadAsync(Repository.In("Ivr.Tests", "CallScripts", name));
        foreach (var run in file.Runs.Take(2))
        {
            await using var server = await RecordingServer.StartAsync(cluster);
            var result = await server.PlayAsync(file, run);
            Assert.True(result.Passed, result.Failure);
            var scripts = await server.StopAsync();
            Assert.Equal(result.Calls, scripts.Count);
            List<string> states = [];
            foreach (var script in scripts)
                states.Add(await Replay.StatesAsync(cluster, script));
            Assert.Equal(server.Heard.Lines, states);
        }
    }
}
