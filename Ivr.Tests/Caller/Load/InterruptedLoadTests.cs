using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.Load;

/// <summary>Ctrl-C while calls are in progress.</summary>
public sealed class InterruptedLoadTests(TestCluster cluster) : LoadTest(cluster)
{
    [Theory]
    [InlineData("--rate", "20")]
    [InlineData("--at-once", "2")]
    public async Task It_ends_early_and_reports_all_the_same(params string[] plan)
    {
        await using var program = await Desk.StartAsync([.. plan, "--duration", "1h", .. Database]);
        await Server.SaidAsync("; Recorded in", times: 3);

        Assert.Equal(1, await program.InterruptAsync());

        Assert.Empty(program.Errors);
        Assert.True(Desk.Json.GetProperty("interrupted").GetBoolean());
        Assert.InRange(Desk.Calls.GetProperty("confirmed").GetInt32(), 3, int.MaxValue);
        Assert.True(Desk.Json.GetProperty("rows").GetProperty("isEqual").GetBoolean(), program.Output);
        Assert.Contains("Interrupted: not all calls were made.", program.Output, StringComparison.Ordinal);
    }
}
