using System.CommandLine;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Replay;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Commands.Load;

/// <summary>Makes many calls to a running server and reports its performance.</summary>
internal static class LoadCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new LoadOptions();
        var command = new Command("load", "Makes many calls to a server on this machine, and tells how it bears them. Exit code 0 when none failed.")
        {
            options.Script, MakeDataCommand.Create(terminal),
        };
        foreach (var option in options.All) command.Add(option);
        command.Validators.Add(options.CheckTogether);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(LoadOptions options, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await options.ReadAsync(parsed, terminal, cancellationToken);
            return await new LoadSession(settings, terminal).RunAsync(cancellationToken);
        }
        catch (Exception wrong) when (wrong is UsageException or ScriptErrorException)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (UnreachableException away)
        {
            await terminal.Error.WriteLineAsync(away.Message);
            return ExitCode.LineFailed;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted before the first call.");
            return ExitCode.LoadFailed;
        }
    }
}
