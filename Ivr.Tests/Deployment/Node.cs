using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>One of several servers, as a separate process.</summary>
internal sealed partial class Node : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly ServerProgram _program;

    private Node(ServerProgram program, Uri url) => (_program, Url) = (program, url);

    public Uri Url { get; }

    /// <summary>
    /// Starts a server behind the balancer and waits until it listens. <paramref name="folder"/> is its working directory and contains its
    /// journal <c>journal-{name}</c>. <paramref name="further"/> are more arguments with configuration.
    /// </summary>
    public static async Task<Node> StartAsync(TestDatabase database, TemporaryFolder folder, Balancer balancer, string name, params string[] further)
    {
        var node = await ListeningAsync(ServerProgram.Start(
            folder.Path,
            "Production",
            [
                "serve",
                "--Urls=http://127.0.0.1:0",
                $"--ConnectionStrings:Ivr={TestCluster.AsServer(database.ConnectionString)}",
                $"--Emergency:JournalFolder={folder.In($"journal-{name}")}",
                $"--Twilio:AuthToken={TestServer.AuthToken}",
                $"--Twilio:RequestValidation:BaseUrlOverride={Balancer.PublicUrl}",
                $"--Passwords:Pepper={TestCluster.Pepper}",
                $"--Passwords:Iterations={TestCluster.Iterations}",
                .. further,
            ]));
        balancer.Add(node.Url);
        return node;
    }

    /// <summary>Waits until a started server prints the address that it listens on.</summary>
    public static async Task<Node> ListeningAsync(ServerProgram program)
    {
        await program.SaysAsync(Listening);
        await Eventually.TrueAsync(() => Address().IsMatch(program.Output), "Where a server listens");
        return new(program, new(Address().Match(program.Output).Groups["url"].Value));
    }

    public string Output => _program.Output;

    /// <summary>Stops the server as a rolling update does: SIGTERM, and then the server finishes its work. Returns the exit code.</summary>
    public Task<int> TerminateAsync() => _program.TerminateAsync();

    /// <summary>Kills the process.</summary>
    public Task CrashAsync() => _program.CrashAsync();

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [GeneratedRegex(Listening + @"(?<url>http://\S+:\d+)\s", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
