using Ivr.Caller.Calls;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Proxies;

/// <summary>Servers are replaced behind nginx while people call. No caller notices.</summary>
public sealed class NginxTests(TestCluster cluster)
{
    private const int Lines = 4;
    private const int MoreCalls = 8;

    private int _calls;

    [Fact]
    public async Task Every_server_behind_it_is_replaced_under_calls_and_no_webhook_fails()
    {
        await using var database = await cluster.TakeDatabaseAsync();
        await using var nginx = await Nginx.StartAsync();
        var connection = TestCluster.AsServer(database.ConnectionString);
        await using var servers = await VoiceServers.StartAsync([.. nginx.Servers.Select(url => new ServerPlace(connection, url, "--Shutdown:Drain=00:00:03"))]);
        await servers.ReadyAsync();

        using var network = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false });
        using var stop = new CancellationTokenSource();
        var lines = Task.WhenAll(Enumerable.Range(0, Lines).Select(_ => CallAgainAndAgainAsync(network, nginx.Url, stop.Token)));
        for (var place = 0; place < nginx.Servers.Count; place++)
        {
            await MoreAsync(lines);
            await servers.TerminateAsync(place);
            await MoreAsync(lines);
            await servers.StartAsync(place);
            await servers.ReadyAsync();
        }

        await stop.CancelAsync();
        await lines;
        Assert.Equal(_calls, (await database.FeedAsync()).Count);
    }

    private async Task CallAgainAndAgainAsync(HttpMessageInvoker network, Uri nginx, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var handler = new AlternatingHandler(network, [nginx], Delivering.Once, first: 0);
            // Without a fallback URL and retries, the first failed webhook fails the test.
            using var phone = new Phone(PhoneOptions.For(VoiceServers.PublicUrl, TestServer.AuthToken) with { Handler = handler, Retries = 0 });
            await using var call = await phone.DialAsync(TestData.FlandersLandline, cancellationToken: CancellationToken.None);
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "13" + "1");
            call.Hears("Uw prestatie is geregistreerd.");
            await call.HangsUp();
            Interlocked.Increment(ref _calls);
        }
    }

    private async Task MoreAsync(Task lines)
    {
        var wanted = Volatile.Read(ref _calls) + MoreCalls;
        await Eventually.TrueAsync(() => lines.IsFaulted || Volatile.Read(ref _calls) >= wanted, $"{MoreCalls} more calls");
        if (lines.IsFaulted)
            await lines;
    }
}
