using System.Diagnostics;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands;
using Ivr.Tests.Deployment.Embedded;
using Ivr.Tests.Host;

namespace Ivr.Tests.Caller.BrowserPhone;

/// <summary>The <c>phone</c> command, and the files that a server started with <c>./run</c> writes for it.</summary>
public sealed class PhoneCommandTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly StringWriter _out = new();
    private readonly StringWriter _error = new();
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:5081")]
    [InlineData("http://192.0.2.1:5081")]
    [InlineData("https://localhost:5081")]
    [InlineData("localhost")]
    public async Task It_listens_on_this_machine_alone(string listen)
    {
        Assert.Equal(ExitCode.WrongUsage, await RunAsync("--listen", listen));
        Assert.Contains("localhost:50", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_with_the_process_that_it_belongs_to()
    {
        using var companion = Process.Start("sleep", "600");
        var running = RunAsync("--listen", "http://127.0.0.1:0", "--while-process", $"{companion.Id}");
        await SaysAsync("The phone is on http://127.0.0.1:");
        Assert.False(running.IsCompleted);

        companion.Kill();

        Assert.Equal(ExitCode.Done, await running.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_told_in_one_line()
    {
        using var stopping = new CancellationTokenSource();
        var first = RunAsync(stopping.Token, "--listen", "http://127.0.0.1:0");
        await SaysAsync("The phone is on ");
        var url = _out.ToString().Split(' ')[4];

        Assert.Equal(ExitCode.WrongUsage, await RunAsync("--listen", url));
        Assert.StartsWith("The phone cannot listen on", Assert.Single(_error.ToString().TrimEnd().Split('\n')), StringComparison.Ordinal);
        await stopping.CancelAsync();
        Assert.Equal(ExitCode.Done, await first);
    }

    [Fact]
    public async Task It_finds_what_a_server_with_its_own_database_leaves_and_nothing_is_left_in_the_end()
    {
        await using var server = await EmbeddedServer.StartAsync(_folder);
        using var stopping = new CancellationTokenSource();
        var running = RunAsync(stopping.Token, "--listen", "http://127.0.0.1:0");
        await SaysAsync("The phone is on ");
        using var http = new HttpClient();

        var setup = await http.GetStringAsync(new Uri(new(_out.ToString().Split(' ')[4]), "/setup"), TestContext.Current.CancellationToken);

        Assert.Contains("http://127.0.0.1:", setup, StringComparison.Ordinal);
        foreach (var known in new[] { "+3280035530", "+3225475497", "+3280035180", "980100000007", "3741", "124215432163", "Login --", "stateDiagram-v2" })
            Assert.Contains(known, System.Text.RegularExpressions.Regex.Unescape(setup), StringComparison.Ordinal);
        await stopping.CancelAsync();
        await running;
        await server.InterruptAsync();
        Assert.False(File.Exists(_folder.In(".data/demonstration.json")));
        Assert.False(File.Exists(_folder.In(".data/machine.mmd")));
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(TestContext.Current.CancellationToken, args);

    private Task<int> RunAsync(CancellationToken cancellationToken, params string[] args) => CommandLine.RunAsync(
        ["phone", .. args],
        new(TextWriter.Synchronized(_out), TextWriter.Synchronized(_error)) { Variable = _ => null, Directory = _folder.Path },
        cancellationToken);

    private Task SaysAsync(string fragment) =>
        Eventually.TrueAsync(() => _out.ToString().Contains(fragment, StringComparison.Ordinal), $"\"{fragment}\" printed");
}
