using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;
using Ivr.Tests.CallScripts.Running;
using Ivr.Tests.Host;

namespace Ivr.Tests.CallTrace.Recording;

/// <summary>Replays a recorded script on a server that does not know the original call.</summary>
internal static class Replay
{
    /// <summary>
    /// Plays the script on a server in its initial state, and fails the test when the script fails. Returns the states that the caller
    /// heard, in one line; empty when no state spoke.
    /// </summary>
    public static async Task<IReadOnlyList<string>> StatesAsync(TestCluster cluster, string script)
    {
        var file = ScriptFile.Parse("recorded.yaml", script);
        await using var server = await ScriptSuite.TakeServerAsync(cluster);
        await using var world = new ScriptWorld(server);
        using var heard = new HeardStates();
        using var runner = new ScriptRunner(RecordingServer.OptionsFor(server, heard), world);
        var result = await runner.RunAsync(file, Assert.Single(file.Runs));
        Assert.True(result.Passed, $"{result.Failure}\n{script}");
        return heard.Lines;
    }
}
