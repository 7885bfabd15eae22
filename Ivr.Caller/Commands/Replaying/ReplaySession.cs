using System.Diagnostics;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Replay;
using Ivr.Caller.Replay.Importing;
using Ivr.Caller.Replay.Reports;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;
using Spectre.Console;

namespace Ivr.Caller.Commands.Replaying;

/// <summary>One replay: reads the scripts, checks that the server is reachable, imports people, plays, and reports.</summary>
internal sealed class ReplaySession(ReplaySettings settings, Terminal terminal)
{
    private readonly IAnsiConsole _console = Consoles.Create(terminal, settings.NoColour);

    /// <summary>Runs the replay.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    /// <exception cref="UsageException">The scripts, the data or the import are invalid. No call was made.</exception>
    /// <exception cref="UnreachableException">The server or the database is not reachable. No call was made.</exception>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var scripts = await Playlist.ReadAsync(settings.Paths, terminal.Directory, settings.Filter, cancellationToken);
        await Reachability.CheckAsync(settings.Number.VoiceUrl, cancellationToken);
        await using var feed = await OpenFeedAsync(cancellationToken);
        var world = new RunningServer(feed, settings.Import is not null);
        var plan = await PlanAsync(scripts, world, cancellationToken);

        var began = DateTimeOffset.UtcNow;
        var watch = Stopwatch.StartNew();
        using var runner = new ScriptRunner(settings.Number, world);
        var runs = await PlayAsync(new ScriptFilePlayer(runner, settings.Parallel), plan.Runs, cancellationToken);
        var replay = new PlayedReplay(settings.Number.VoiceUrl, began, watch.Elapsed, runs);

        return await ReportAsync(replay) ? Verdict(ReplayTally.Of(runs)) : ExitCode.ScriptFailed;
    }

    private static int Verdict(ReplayTally tally) => tally switch
    {
        { Failed: 0 } => ExitCode.Done,
        // No call was possible: the auth token is wrong, or another program listens at that address.
        { Calls: 0 } => ExitCode.LineFailed,
        _ => ExitCode.ScriptFailed,
    };

    private async Task<PrestationFeed?> OpenFeedAsync(CancellationToken cancellationToken)
    {
        if (settings.Database is null)
            return null;
        var feed = PrestationFeed.Open(settings.Database);
        await Reachability.CheckAsync(feed, cancellationToken);
        return feed;
    }

    private async Task<Plan> PlanAsync(
        IReadOnlyList<(string Topic, ScriptFile File)> scripts, IScriptWorld world, CancellationToken cancellationToken)
    {
        if (settings.Import is not { } command)
            return Plan.AsWritten(scripts, settings.Rounds);
        var plan = Plan.WithOwnPeople(scripts, settings.Rounds, await PeopleFolder.ReadAsync(settings.PeopleFolder), world);
        await terminal.Error.WriteLineAsync($"Importing {plan.People.Workers.Count} workers and {plan.People.Clients.Count} clients ...");
        await new Importer(command, terminal.Directory).ImportAsync(plan.People, cancellationToken);
        return plan;
    }

    private Task<IReadOnlyList<PlayedRun>> PlayAsync(ScriptFilePlayer player, IReadOnlyList<PlannedRun> runs, CancellationToken cancellationToken)
    {
        // Without an interactive terminal, each update of the bar would be a new line in a log.
        if (!_console.Profile.Capabilities.Interactive || !_console.Profile.Capabilities.Ansi)
            return player.PlayAsync(runs, _ => { }, cancellationToken);
        return _console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask("calling", maxValue: runs.Count);
                return player.PlayAsync(runs, _ => bar.Increment(1), cancellationToken);
            });
    }

    // Returns false when a report could not be written.
    private async Task<bool> ReportAsync(PlayedReplay replay)
    {
        await new Summary(_console, terminal.Out).ShowAsync(replay);
        return await ReportFile.WriteAsync(settings.JUnit, path => JUnitReport.WriteAsync(path, replay), terminal)
            & await ReportFile.WriteAsync(settings.Json, path => JsonReport.WriteAsync(path, replay), terminal);
    }
}
