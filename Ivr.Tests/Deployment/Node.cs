using System.Text.RegularExpressions;
using Ivr.Tests.Host;

namespace Ivr.Tests.Deployment;

/// <summary>One server of several, a process of its own, and where it is reached.</summary>
internal sealed partial class Node : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private readonly ServerProgram _program;

    private Node(ServerProgram program, Uri url) => (_program, Url) = (program, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Starts a server behind the balancer, with a journal of its own, and waits until it listens.</summary>
    /// <param name="database">Its database.</param>
    /// <param name="folder">Where its user stands, and its journal is.</param>
    /// <param name="balancer">What sends it calls.</param>
    /// <param name="name">Which of the servers it is.</param>
    /// <param name="further">Configuration besides.</param>
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

    /// <summary>Waits until a server that was started says where it listens.</summary>
    public static async Task<Node> ListeningAsync(ServerProgram program)
    {
        await program.SaysAsync(Listening);
        await Eventually.TrueAsync(() => Address().IsMatch(program.Output), "Where a server listens");
        return new(program, new(Address().Match(program.Output).Groups["url"].Value));
    }

    /// <summary>What it printed.</summary>
    public string Output => _program.Output;

    /// <summary>Replaces it as a rolling update does: it is asked to end, and may finish.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> TerminateAsync() => _program.TerminateAsync();

    /// <summary>Takes it away without a word.</summary>
    public Task CrashAsync() => _program.CrashAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [GeneratedRegex(Listening + @"(?<url>http://\S+:\d+)\s", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
