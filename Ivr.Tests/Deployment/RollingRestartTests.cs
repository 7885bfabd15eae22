using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>Servers are replaced one after another while people call. No caller notices.</summary>
public sealed class RollingRestartTests(TestCluster cluster)
{
    private const int Lines = 6;
    private const int MoreCalls = 10;

    [Fact]
    public async Task Every_server_is_replaced_under_calls_and_no_webhook_fails()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        using var folder = new TemporaryFolder();
        using var balancer = new Balancer();
        var nodes = new List<Node>();
        try
        {
            for (var i = 0; i < 2; i++)
                nodes.Add(await Node.StartAsync(database, folder, balancer, $"{i}", "--Shutdown:Drain=00:00:05"));
            await Eventually.TrueAsync(() => balancer.Serving == 2, "Two servers");

            var calls = new List<string>();
            using var stop = new CancellationTokenSource();
            var lines = Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => CallAgainAndAgainAsync(balancer, calls, stop.Token)));
            for (var i = 0; i < 2; i++)
            {
                await MoreAsync(calls);
                Assert.Equal(0, await nodes[i].TerminateAsync());
                // A rolling restart must not log an error, because errors alert operators.
                Assert.DoesNotContain("fail: ", nodes[i].Output, StringComparison.Ordinal);
                nodes.Add(await Node.StartAsync(database, folder, balancer, $"{i}", "--Shutdown:Drain=00:00:05"));
                await Eventually.TrueAsync(() => balancer.Serving == 2, "Two servers again");
            }

            await MoreAsync(calls);
            await stop.CancelAsync();
            await lines;

            Assert.Equal(calls.Order(StringComparer.Ordinal), (await database.FeedAsync()).Select(row => row.CallSid).Order(StringComparer.Ordinal));
        }
        finally
        {
            foreach (var node in nodes)
                await node.DisposeAsync();
        }
    }

    private static async Task CallAgainAndAgainAsync(Balancer balancer, List<string> calls, CancellationToken stop)
    {
        using var phone = balancer.CreatePhone();
        while (!stop.IsCancellationRequested)
        {
            await using var call = await phone.DialAsync(TestData.FlandersLandline, cancellationToken: CancellationToken.None);
            await call.Presses(TestData.Nl.Keys);
            await call.Presses(TestData.InFlanders);
            await call.Presses("1");
            await call.Presses("3");
            await call.Presses("1");
            call.Hears("Uw prestatie is geregistreerd.");
            await call.HangsUp();
            lock (calls)
                calls.Add(call.CallSid);
        }
    }

    private static async Task MoreAsync(List<string> calls)
    {
        var wanted = Count() + MoreCalls;
        await Eventually.TrueAsync(() => Count() >= wanted, $"{MoreCalls} more calls");

        int Count()
        {
            lock (calls)
                return calls.Count;
        }
    }
}
