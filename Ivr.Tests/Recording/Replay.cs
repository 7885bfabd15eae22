using Ivr.Caller.Scripts;
using Ivr.Tests.Host;

namespace Ivr.Tests.Recording;

/// <summary>Plays a recorded script where nobody knows of the call that it was.</summary>
internal static class Replay
{
    /// <summary>Plays it on a new server with a new database, and fails the test when it does not go as written.</summary>
    /// <returns>The states that its caller heard, in one line; none when no state spoke.</returns>
    public static async Task<IReadOnlyList<string>> StatesAsync(TestCluster cluster, string script)
    {
        var file = ScriptFile.Parse("recorded.yaml", script);
        await using var server = await RecordingServer.StartAsync(cluster);
        var result = await server.PlayAsync(file, Assert.Single(file.Runs));
        Assert.True(result.Passed, $"{result.Failure}\n{script}");
        return server.Heard.Lines;
    }
}
