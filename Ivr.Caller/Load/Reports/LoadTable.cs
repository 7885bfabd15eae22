using System.Globalization;
using Spectre.Console;

namespace Ivr.Caller.Load.Reports;

/// <summary>
/// Shows the results at the end: latencies of webhooks, outcomes of calls, processor time and memory, and the check of the recorded rows.
/// </summary>
internal sealed class LoadTable(IAnsiConsole console)
{
    /// <summary>The step in which the server hashes a password.</summary>
    public const string Hashed = "Password";

    private const double Few = 1;

    public void Show(LoadResult result)
    {
        var figures = result.Figures;
        console.Write(TimesOf(figures));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{figures.Calls} calls in {result.Took.TotalSeconds:0.0} s: {figures.Confirmed} confirmed ({result.ConfirmedPerSecond:0.0} a second), "
            + $"{figures.Unconfirmed} not confirmed, {figures.Failed} failed"));
        foreach (var (reason, count) in figures.Failures)
            console.MarkupLineInterpolated($"[red]  {count} {reason}[/]");
        if (figures.Moments > 0)
            console.WriteLine($"{figures.Moments} times a caller was asked for a moment's patience, and keyed the password again");
        console.WriteLine($"Webhooks: {string.Join(", ", figures.Outcomes.Select(outcome => $"{outcome.Value} × {outcome.Key}"))}; over 5 s: {figures.TooLong}");
        ShowUsed("This generator", result, result.Used.Generator);
        ShowUsed("The server", result, result.Used.Server);
        ShowUsed("PostgreSQL", result, result.Used.Postgres);
        if (result.Used.PeakMemory is { } bytes)
            console.WriteLine($"The server held {bytes / (1024 * 1024)} MB at most since it began");
        Show(result.Rows);
        if (result.IsInterrupted)
            console.MarkupLine("[yellow]Interrupted: not all calls were made.[/]");
    }

    private static Table TimesOf(LoadFigures figures)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("webhook, ms");
        foreach (var column in (string[])["count", "p50", "p90", "p99", "p99.9", "max"])
            table.AddColumn(column, settings => settings.Alignment = Justify.Right);
        foreach (var (step, times) in figures.Steps)
            table.AddRow([Markup.Escape(step), .. Row(times)]);
        table.AddEmptyRow().AddRow(["all", .. Row(figures.TimesOf(_ => true))]);
        if (figures.Steps.Any(step => step.Step == Hashed))
            table.AddRow([$"all but {Hashed}", .. Row(figures.TimesOf(step => step != Hashed))]);
        return table.AddRow(["whole call", .. Row(figures.CallTimes)]);
    }

    private static string[] Row(Histogram times) =>
    [
        times.Count.ToString(CultureInfo.InvariantCulture),
        .. new[] { times.Percentile(50), times.Percentile(90), times.Percentile(99), times.Percentile(99.9), times.Max }.Select(Milliseconds),
    ];

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString(time.TotalMilliseconds < Few ? "0.00" : "0.0", CultureInfo.InvariantCulture);

    private void ShowUsed(string who, LoadResult result, TimeSpan? used)
    {
        if (used is not { } time)
            return;
        var each = result.MillisecondsPerCall(time) is { } milliseconds ? string.Create(CultureInfo.InvariantCulture, $", {milliseconds:0.00} ms a call") : "";
        console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{who} used {time.TotalSeconds:0.00} s of processor time, {result.Share(time) * 100:0.0} % of {Environment.ProcessorCount} cores{each}"));
    }

    private void Show(RowsCheck? rows)
    {
        if (rows is null)
            console.MarkupLine("[yellow]Not checked: whether the rows on record are the confirmed calls; name a database with --database[/]");
        else if (rows.IsEqual)
            console.MarkupLineInterpolated($"[green]{rows.Rows} rows on record are the {rows.Confirmed} that callers heard confirmed{Unheard(rows)}[/]");
        else
            console.MarkupLineInterpolated(
                $"[bold red]{rows.Rows} rows on record for {rows.Confirmed} that callers heard confirmed: {rows.Missing} missing, {rows.Surplus} too many{Unheard(rows)}[/]");
    }

    private static string Unheard(RowsCheck rows) => rows.Unheard > 0 ? $", and {rows.Unheard} of callers who never heard the answer" : "";
}
