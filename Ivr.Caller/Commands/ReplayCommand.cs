using System.CommandLine;
using Ivr.Caller.Replay;

namespace Ivr.Caller.Commands;

/// <summary>Plays call scripts on a running server.</summary>
internal static class ReplayCommand
{
    public static Command Create(Terminal terminal)
    {
        var options = new ReplayOptions();
        var command = new Command("replay", "Plays call scripts on a running server. Exit code 0 when none failed.") { options.Paths };
        foreach (var option in options.All) command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, terminal, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ReplayOptions options, ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var settings = await options.ReadAsync(parsed, terminal, cancellationToken);
            return await new ReplaySession(settings, terminal).RunAsync(cancellationToken);
        }
        catch (UsageException wrong)
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
            await terminal.Error.WriteLineAsync("Interrupted.");
            return ExitCode.ScriptFailed;
        }
    }
}
