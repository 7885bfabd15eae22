using Ivr.Caller.Scripts;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>Replays a recorded script on a server that does not know the original call.</summary>
internal static class Replay
{
    /// <summary>
    /// Plays the script on a new server with a new database, and fails the test when the script fails. Returns the states that the caller
    /// heard, in one line; empty when no state spoke.
    /// </summary>
    public static async Task<IReadOnlyList<string>> StatesAsync(TestCluster cluster, string script)
    {
        var file = ScriptFile.Parse("recorded.yaml", script);
        await using var server = await RecordingServer.StartAsync(cluster);
        var result = await server.PlayAsync(file, Assert.Single(file.Runs));
        Assert.True(result.Passed, $"{result.Failure}\n{script}");
        return server.Heard.Lines;
    }
}
