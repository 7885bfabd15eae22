using System.Net;
using System.Net.Sockets;
using System.Text;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>What a server sends to systemd when its unit has Type=notify.</summary>
public sealed class ServiceManagerTests(TestCluster cluster)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Systemd_hears_when_the_server_takes_calls_and_when_it_begins_to_leave()
    {
        using var folder = new TemporaryFolder();
        await using var database = new TestDatabase(await cluster.CreateDatabaseAsync());
        using var systemd = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        systemd.Bind(new UnixDomainSocketEndPoint(folder.In("notify")));
        await using var program = ServerProgram.Start(
            folder.Path,
            "Production",
            new Dictionary<string, string>(StringComparer.Ordinal) { ["NOTIFY_SOCKET"] = folder.In("notify") },
            [
                "serve",
                "--Urls=http://127.0.0.1:0",
                $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
                $"--Twilio:AuthToken={TestServer.AuthToken}",
                $"--Passwords:Pepper={TestCluster.Pepper}",
                "--Shutdown:Drain=00:00:03",
            ]);

        Assert.Equal("READY=1", await HearAsync(systemd));
        var node = await Node.ListeningAsync(program);
        using (var http = new HttpClient())
        using (var answer = await http.GetAsync(new Uri(node.Url, "/health/live"), TestContext.Current.CancellationToken))
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var ended = program.TerminateAsync();
        Assert.Equal("STOPPING=1", await HearAsync(systemd));
        Assert.Equal(0, await ended);
        // Under systemd the console log keeps its configured format.
        Assert.Contains("info: Microsoft.Hosting.Lifetime[14] Now listening on: ", program.Output, StringComparison.Ordinal);
    }

    private static async Task<string> HearAsync(Socket socket)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var message = new byte[256];
        return Encoding.UTF8.GetString(message.AsSpan(0, await socket.ReceiveAsync(message, patience.Token)));
    }
}
