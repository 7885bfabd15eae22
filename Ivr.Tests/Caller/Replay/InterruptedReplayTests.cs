using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Replay;

/// <summary>Ctrl-C while calls are in progress.</summary>
public sealed class InterruptedReplayTests(TestCluster cluster) : ReplayTest(cluster)
{
    [Fact]
    public async Task It_ends_with_a_word_and_without_a_report()
    {
        await Desk.WriteAsync("token", TestServer.AuthToken);
        await Desk.WriteAsync("one.yaml", "title: Hears\ndial: \"+3280035530\"\nsteps:\n- hear: Welkom\n");
        await using var program = ServerProgram.StartCaller(
            Path.GetDirectoryName(Desk.In("token"))!,
            "replay", "one.yaml", "--url", Server.Url.ToString(), "--auth-token-file", "token", "--repeat", "100000", "--json", "all.json");
        await Server.SaidAsync("incoming 1 of", times: 1);

        Assert.Equal(1, await program.InterruptAsync());

        Assert.Equal(["Interrupted. What was played is in no report."], program.Errors);
        Assert.False(File.Exists(Desk.In("all.json")));
    }
}
