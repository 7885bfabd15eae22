using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Ivr.Caller.Calls;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment.Monitoring;

/// <summary>The program that reads the server's output stops reading: calls go on, and the log says later how many messages it dropped.</summary>
public sealed partial class StalledLogTests(TestCluster cluster) : IAsyncLifetime
{
    // Each request logs about ten lines. The pipe and the queue of the console together hold about 3,500.
    private const int Requests = 1500;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();
    private readonly StringBuilder _log = new();

    private ServerProgram _server = null!;
    private StreamReader _reader = null!;
    private Uri _url = null!;

    public async ValueTask InitializeAsync()
    {
        var pipe = _folder.In("log");
        using (var make = Process.Start("mkfifo", [pipe]))
            await make.WaitForExitAsync();
        _server = ServerProgram.StartLogging(
            _folder.Path,
            "Test",
            pipe,
            "--Urls=http://127.0.0.1:0",
            $"--ConnectionStrings:Ivr={TestCluster.AsServer(await cluster.CreateDatabaseAsync())}",
            $"--Twilio:AuthToken={TestServer.AuthToken}",
            $"--Passwords:Pepper={TestCluster.Pepper}",
            $"--Passwords:Iterations={TestCluster.Iterations}",
            $"--Emergency:JournalFolder={_folder.In("journal")}",
            "--Logging:LogLevel:Default=Trace",
            "--Logging:LogLevel:Microsoft=Trace");
        _reader = new(File.OpenRead(pipe));
        await ReadUntilAsync("Application started");
        _url = new(UrlLine().Match(_log.ToString()).Groups["url"].Value);
    }

    public async ValueTask DisposeAsync()
    {
        _reader.Dispose();
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Calls_go_on_and_the_log_says_what_it_dropped()
    {
        await FillAsync();
        using var phone = new Phone(PhoneOptions.For(_url, TestServer.AuthToken));
        await using (var call = await phone.DialAsync(TestData.FlandersLandline))
        {
            await call.Presses(TestData.Nl.Keys + TestData.InFlanders + "131");
            call.Hears("Uw prestatie is geregistreerd.");
        }

        using var http = new HttpClient();
        var saying = ReadUntilAsync("dropped because of queue size limit");
        for (var watch = Stopwatch.StartNew(); !saying.IsCompleted && watch.Elapsed < Patience;)
            (await http.GetAsync(new Uri(_url, "/health/live"), TestContext.Current.CancellationToken)).Dispose();
        await saying.WaitAsync(Patience, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_server_stops_when_it_is_told_to()
    {
        await FillAsync();
        Assert.Equal(0, await _server.TerminateAsync());
    }

    private async Task FillAsync()
    {
        using var http = new HttpClient { Timeout = Patience };
        for (var request = 0; request < Requests; request++)
            (await http.GetAsync(new Uri(_url, "/health/live"), TestContext.Current.CancellationToken)).Dispose();
    }

    private Task ReadUntilAsync(string fragment) => Task.Run(async () =>
    {
        while (await _reader.ReadLineAsync() is { } line)
        {
            _log.AppendLine(line);
            if (line.Contains(fragment, StringComparison.Ordinal))
                return;
        }

        Assert.Fail($"\"{fragment}\" was not logged.\n{_log}");
    });

    [GeneratedRegex(@"Now listening on: (?<url>\S+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UrlLine();
}
