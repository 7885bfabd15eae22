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

    /// <summary>Waits until a server that was started says where it listens.</summary>
    public static async Task<Node> ListeningAsync(ServerProgram program)
    {
        await program.SaysAsync(Listening);
        Match match;
        while (!(match = Address().Match(program.Output)).Success)
            await Task.Delay(10);
        return new(program, new(match.Groups["url"].Value));
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
