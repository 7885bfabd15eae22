using System.Diagnostics;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>
/// A stall of the server or of the load generator stays visible in the figures: calls start on schedule, and response times count
/// from the scheduled start.
/// </summary>
[Collection<RunsAlone>]
public sealed class IntendedStartTests(TestCluster cluster) : LoadTest(cluster)
{
    [Fact]
    public async Task Callers_come_while_the_server_hashes_nothing_and_wait_as_long_as_they_did()
    {
        using var held = new HeldHashing(Server);
        await held.TakeThreadsAsync();
        var load = Desk.LoadAsync("--rate", "100", "--calls", "20");
        // All calls are in state Password, and none of them is logged in.
        await Server.SaidAsync("; Password in", times: 20);
        var watch = Stopwatch.StartNew();
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var stood = watch.Elapsed.TotalMilliseconds;
        await held.LetGoAsync();

        Assert.Equal(0, await load);
        Assert.Equal(20, Desk.Calls.GetProperty("confirmed").GetInt32());
        // The last calls had just been asked for the password; the others had waited longer.
        Assert.InRange(Desk.Of("Password", "p50"), stood - 100, 60_000);
    }

    [Fact]
    public async Task A_generator_that_stood_still_counts_the_time_as_its_callers_do()
    {
        await using var program = await Desk.StartAsync("--rate", "50", "--duration", "5s");
        await Server.SaidAsync(": incoming 1 of", times: 20);
        await program.StandStillAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(0, await program.EndedAsync());
        Assert.Equal(250, Desk.Calls.GetProperty("made").GetInt32());
        // A call scheduled just after the stop started one second late; the server answered each request at once.
        Assert.InRange(Desk.Of("incoming", "max"), 900, 60_000);
        Assert.InRange(Desk.Of("incoming", "p90"), 300, 60_000);
    }
}
