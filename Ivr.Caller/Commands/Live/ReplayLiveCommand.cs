using System.CommandLine;
using Ivr.Caller.Live;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Commands.Live;

/// <summary>Places the calls of scripts on the real line.</summary>
public static class ReplayLiveCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="access">How Twilio's API is reached; null for the internet.</param>
    public static Command Create(Terminal terminal, LineAccess? access = null)
    {
        var files = new Argument<string[]>("scripts") { Description = "The scripts (YAML).", Arity = ArgumentArity.OneOrMore };
        var live = new LiveCommandOptions();
        var rehearsal = new RehearsalOptions();
        var command = new Command(
            "replay-live", "Rehearses call scripts on a test server, then places their calls through Twilio. That costs money.") { files };
        foreach (var option in live.All.Concat(rehearsal.All)) command.Add(option);
        command.SetAction((parsed, cancellationToken) => GuardAsync(terminal, async () =>
        {
            var server = await rehearsal.ReadAsync(parsed, terminal, cancellationToken);
            var run = new LiveRun(live.Read(parsed), server, world: null, terminal, access ?? new());
            return await run.RunAsync(await ReadAsync(parsed.GetRequiredValue(files), terminal, cancellationToken), cancellationToken);
        }));
        return command;
    }

    private static async Task<IReadOnlyList<ScriptFile>> ReadAsync(string[] paths, Terminal terminal, CancellationToken cancellationToken)
    {
        List<ScriptFile> files = [];
        foreach (var path in paths)
        {
            var place = Path.Combine(terminal.Directory, path);
            if (!File.Exists(place))
                throw new UsageException($"There is no file {place}.");
            files.Add(ScriptFile.Parse(path, await File.ReadAllTextAsync(place, cancellationToken)));
        }

        return files;
    }

    private static async Task<int> GuardAsync(Terminal terminal, Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception wrong) when (wrong is UsageException or ScriptErrorException)
        {
            await terminal.Error.WriteLineAsync(wrong.Message);
            return ExitCode.WrongUsage;
        }
        catch (RealLineException failed)
        {
            await terminal.Error.WriteLineAsync(failed.Message);
            return ExitCode.LineFailed;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Interrupted. A call that was placed goes on, and keys what is left, until it ends by itself.");
            return ExitCode.LineFailed;
        }
    }
}
