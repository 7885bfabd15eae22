using System.CommandLine;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.People.Retention;
using Spectre.Console;

namespace Ivr.Server.Commands;

/// <summary>Command <c>purge [--dry-run]</c>: deletes or erases data after its retention period.</summary>
internal static class PurgeCommand
{
    private const int AnotherIsAtWork = 2;
    private const int Interrupted = 130;

    public static Command Create()
    {
        var dryRun = new Option<bool>("--dry-run") { Description = "Only counts." };
        var command = new Command("purge", "Takes away what is too old by configuration section Retention.") { dryRun };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(parsed.GetValue(dryRun), parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(bool isDryRun, IReadOnlyList<string> settings) => Failures.RunAndReportAsync(async () =>
    {
        var configuration = Settings.ForCommand(settings);
        var options = configuration.GetChecked<RetentionOptions>(RetentionOptions.Section);
        await using var source = DatabaseServices.CreateSource(DatabaseServices.RequireDirect(configuration));
        await using var purge = await Purge.BeginAsync(source, options, TimeProvider.System.GetUtcNow());
        if (purge is null)
        {
            await Console.Error.WriteLineAsync("Another purge is at work on this database: nothing was done.");
            return AnotherIsAtWork;
        }

        return isDryRun ? await CountAsync(purge) : await PurgeAsync(purge);
    });

    private static async Task<int> CountAsync(Purge purge)
    {
        foreach (var rule in RetentionRules.All)
            Console.WriteLine($"{rule.What}: {await purge.CountAsync(rule)}");
        Console.WriteLine("Nothing was changed: this was a dry run.");
        return 0;
    }

    private static async Task<int> PurgeAsync(Purge purge)
    {
        using var interruption = new Interruption();
        var done = new List<(RetentionRule Rule, long Rows)>();
        await OperatorConsole.Console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(async progress =>
            {
                // A rule can create work for a later rule, so the rows of each rule are counted just before that rule runs.
                foreach (var rule in RetentionRules.All)
                    done.Add((rule, await ApplyAsync(purge, rule, progress, interruption)));
            });

        foreach (var (rule, rows) in done)
            Console.WriteLine($"{rule.What}: {rows} {(rule.Erase is null ? "deleted" : "erased")}");
        if (!interruption.IsRequested)
            return 0;
        await Console.Error.WriteLineAsync("Interrupted: the rest goes with the next purge.");
        return Interrupted;
    }

    private static async Task<long> ApplyAsync(Purge purge, RetentionRule rule, ProgressContext progress, Interruption interruption)
    {
        if (interruption.IsRequested)
            return 0;
        var bar = progress.AddTask(Markup.Escape(rule.What), maxValue: Math.Max(1, await purge.CountAsync(rule)));
        var rows = 0L;
        while (!interruption.IsRequested && await purge.NextBatchAsync(rule) is > 0 and var batch)
        {
            rows += batch;
            bar.Increment(batch);
        }

        if (!interruption.IsRequested)
            bar.Value = bar.MaxValue;
        return rows;
    }
}
