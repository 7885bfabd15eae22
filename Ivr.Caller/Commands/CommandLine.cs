using System.CommandLine;
using System.CommandLine.Invocation;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Calling;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Commands.Load;
using Ivr.Caller.Commands.Replaying;

namespace Ivr.Caller.Commands;

/// <summary>The verbs of this program, and what every one of them does with a wrong word.</summary>
internal static class CommandLine
{
    // Without it, Ctrl-C ends the process at once, and nobody hangs up, tidies away what was imported, or reports what was measured.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    /// <summary>Runs one command.</summary>
    /// <param name="args">The words after the program's name.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var root = new RootCommand("A telephone for TwiML servers.")
        {
            CallCommand.Create(terminal), PhoneCommand.Create(terminal), ReplayCommand.Create(terminal), LoadCommand.Create(terminal),
        };
        var parsed = root.Parse(args);
        if (parsed.Action is ParseErrorAction)
        {
            foreach (var error in parsed.Errors) await terminal.Error.WriteLineAsync(error.Message);
            return ExitCode.WrongUsage;
        }

        var streams = new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, ProcessTerminationTimeout = TimeToStop };
        return await parsed.InvokeAsync(streams, cancellationToken);
    }
}
