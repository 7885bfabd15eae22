using System.CommandLine;
using System.CommandLine.Invocation;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Calling;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Commands.Load;
using Ivr.Caller.Commands.Replaying;

namespace Ivr.Caller.Commands;

/// <summary>The commands of this program, and the common response to an invalid command line.</summary>
internal static class CommandLine
{
    // Without it, Ctrl-C ends the process at once. Calls are then not hung up, import files are not deleted, and measurements are not
    // reported.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(15);

    /// <summary>Runs one command. <paramref name="args"/> are the words after the program's name.</summary>
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
