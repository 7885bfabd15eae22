using System.Globalization;
using Spectre.Console;

namespace Ivr.Caller.Replay.Reports;

/// <summary>Shows the results at the end: each failure with its call, a table, and the skipped runs with the reason.</summary>
internal sealed class Summary(IAnsiConsole console, TextWriter text)
{
    /// <summary>The maximum number of failures shown. A thousand similar failures do not help, and the reports contain them all.</summary>
    private const int MaxShown = 20;

    private static readonly string[] Columns = ["topic", "runs", "passed", "failed", "skipped", "calls"];

    public async Task ShowAsync(PlayedReplay replay)
    {
        // The text is written without the console's line breaks. A broken line can be neither searched nor copied.
        var failures = replay.Runs.Select(run => run.Result.Failure).OfType<string>().ToList();
        foreach (var failure in failures.Take(MaxShown))
            await text.WriteLineAsync(failure);
        if (failures.Count > MaxShown)
            await text.WriteLineAsync($"... and {failures.Count - MaxShown} failures more, which --junit and --json write down.\n");
        console.Write(TableOf(replay.Runs));
        var tally = ReplayTally.Of(replay.Runs);
        foreach (var reason in replay.Runs.Select(run => run.Result.Skipped).OfType<string>().CountBy(reason => reason))
            console.MarkupLineInterpolated($"[yellow]skipped {reason.Value}: {reason.Key}[/]");
        if (tally.Unchecked > 0)
            console.MarkupLineInterpolated($"[yellow]not checked {tally.Unchecked}: what must be on record (then); name a database with --database[/]");
        var colour = tally.Failed > 0 ? "red" : "green";
        console.MarkupLine($"[bold {colour}]{Verdict(tally)}[/]");
        console.MarkupLineInterpolated($"[grey]{Rate(tally.Calls, replay.Took)}[/]");
    }

    private static Table TableOf(IReadOnlyList<PlayedRun> runs)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in Columns)
            table.AddColumn(column, settings => settings.Alignment = column == Columns[0] ? Justify.Left : Justify.Right);
        var topics = runs.GroupBy(run => run.Planned.Topic).OrderBy(topic => topic.Key, StringComparer.Ordinal).ToList();
        foreach (var topic in topics)
            table.AddRow([Markup.Escape(topic.Key), .. Numbers(ReplayTally.Of([.. topic]))]);
        if (topics.Count > 1)
            table.AddEmptyRow().AddRow(["all", .. Numbers(ReplayTally.Of(runs))]);
        return table;
    }

    private static string[] Numbers(ReplayTally tally) =>
    [
        Number(tally.Runs),
        tally.Passed > 0 ? $"[green]{tally.Passed}[/]" : "",
        tally.Failed > 0 ? $"[red]{tally.Failed}[/]" : "",
        tally.Skipped > 0 ? $"[yellow]{tally.Skipped}[/]" : "",
        Number(tally.Calls),
    ];

    private static string Verdict(ReplayTally tally) => $"{tally.Passed} passed, {tally.Failed} failed, {tally.Skipped} skipped";

    private static string Rate(int calls, TimeSpan took) =>
        string.Create(CultureInfo.InvariantCulture, $"{calls} calls in {took.TotalSeconds:0.0} s");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
