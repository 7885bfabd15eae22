using System.CommandLine;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Dials a running server from the terminal.</summary>
internal static class CallCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new CallOptions();
        var command = new Command(
            "call", "Dials a server, presses keys, shows what is heard. Exit code 0 only when something was recorded.");
        foreach (var option in options.All) command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        CallOptions options, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await options.ReadAsync(parsed, terminal, cancellationToken);
            using var phone = new Phone(settings.Number);
            var console = Consoles.Create(terminal, settings.NoColour);
            return await new KeyboardCall(phone, settings, console, terminal).RunAsync(cancellationToken);
        }
        catch (UsageException wrong)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted.");
            return ExitCode.NotRecorded;
        }
    }
}
