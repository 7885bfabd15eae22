using System.CommandLine;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Commands.Live;
using Ivr.Caller.Live;
using Ivr.Caller.Replay;
using Ivr.Caller.Scripts.Reading;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Commands.Replaying;

/// <summary>Plays call scripts on a running server, or has Twilio place their calls on the real line.</summary>
internal static class ReplayCommand
{
    /// <summary>Creates the command. <paramref name="access"/> is how Twilio's API is reached; null for the internet.</summary>
    public static Command Create(Terminal terminal, LineAccess? access = null)
    {
        var options = new ReplayOptions();
        var command = new Command("replay", "Plays call scripts on a running server. Exit code 0 when none failed.") { options.Paths };
        foreach (var option in options.All) command.Add(option);
        command.Validators.Add(options.CheckTogether);
        command.SetAction((parsed, cancellationToken) => GuardAsync(terminal, options.IsLive(parsed), async () =>
        {
            var settings = await options.ReadAsync(parsed, terminal, cancellationToken);
            return settings.Live is { } live
                ? await PlaceAsync(settings, live, terminal, access ?? new(), cancellationToken)
                : await new ReplaySession(settings, terminal).RunAsync(cancellationToken);
        }));
        return command;
    }

    private static async Task<int> PlaceAsync(
        ReplaySettings settings, LiveSettings live, Terminal terminal, LineAccess access, CancellationToken cancellationToken)
    {
        var scripts = await Playlist.ReadAsync(settings.Paths, terminal.Directory, settings.Filter, cancellationToken);
        await using var feed = settings.Database is { } database ? PrestationFeed.Open(database) : null;
        if (feed is not null)
            await Reachability.CheckAsync(feed, cancellationToken);
        return await new LiveRun(live, settings.Number, feed, terminal, access)
            .RunAsync([.. scripts.Select(script => script.File)], cancellationToken);
    }

    private static async Task<int> GuardAsync(Terminal terminal, bool isLive, Func<Task<int>> run)
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
        catch (Exception failed) when (failed is UnreachableException or RealLineException)
        {
            await terminal.Error.WriteLineAsync(failed.Message);
            return ExitCode.LineFailed;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync(isLive
                ? "Interrupted. A call that Twilio has placed goes on until it ends by itself."
                : "Interrupted. What was played is in no report.");
            return ExitCode.ScriptFailed;
        }
    }
}
