using System.CommandLine;
using Ivr.Bench.National;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;
using Ivr.Bench.Steps;

namespace Ivr.Bench;

/// <summary>Measures, and prints the README's table of figures.</summary>
public static class BenchCommand
{
    private const int Failed = 1;

    /// <summary>Makes the command.</summary>
    public static RootCommand Create()
    {
        var isShort = new Option<bool>("--short") { Description = "Two rounds of a few seconds: enough to see that all works, too little to compare." };
        var rounds = new Option<int?>("--rounds") { Description = "How often each build is loaded; 5 unless --short." };
        var seconds = new Option<int?>("--seconds") { Description = "For how long each load is measured; 15 unless --short." };
        var against = new Option<string?>("--against") { Description = "A commit to compare with. It is built in a temporary folder, and the builds take turns." };
        var noSteps = new Option<bool>("--no-steps") { Description = "Leave the steps of a webhook out." };
        var onlySteps = new Option<bool>("--only-steps") { Description = "Leave the calls out." };
        var national = new Option<bool>("--national") { Description = "Instead: as many new calls a second as the country has, on a real line's time. Takes 25 minutes." };
        var output = new Option<string>("--output") { Description = "Where the tables go, as Markdown.", DefaultValueFactory = _ => "TestResults/bench.md" };
        var command = new RootCommand("Loads the server, measures the steps of a webhook, and prints the README's figures.")
        {
            isShort, rounds, seconds, against, noSteps, onlySteps, national, output,
        };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(national)
            ? NationalAsync(parsed.GetRequiredValue(output), cancellationToken)
            : FiguresAsync(
            new()
            {
                IsShort = parsed.GetValue(isShort),
                Rounds = parsed.GetValue(onlySteps) ? 0 : parsed.GetValue(rounds) ?? (parsed.GetValue(isShort) ? 2 : 5),
                Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? (parsed.GetValue(isShort) ? 4 : 15)),
                WarmUp = TimeSpan.FromSeconds(parsed.GetValue(isShort) ? 2 : 4),
                MeasuresSteps = !parsed.GetValue(noSteps),
                Against = parsed.GetValue(against),
            },
            parsed.GetRequiredValue(output),
            cancellationToken));
        return command;
    }

    private static Task<int> FiguresAsync(BenchSettings settings, string output, CancellationToken cancellationToken) =>
        ReportAsync(output, async (cluster, machine) =>
        {
            var loads = settings.Rounds > 0 ? await new RoundsRun(settings, cluster, Say).RunAsync(cancellationToken) : null;
            var steps = settings.MeasuresSteps ? await StepsRun.RunAsync(cluster, settings.IsShort, Say, cancellationToken) : [];
            return (FiguresReport.Write(machine, settings, loads, steps), loads?.All(load => load.Runs.All(run => run.IsClean)) != false);
        }, cancellationToken);

    private static Task<int> NationalAsync(string output, CancellationToken cancellationToken) =>
        ReportAsync(output, async (cluster, machine) =>
        {
            var all = await new NationalRun(cluster, Say).RunAsync(NationalLoad.All, cancellationToken);
            return (NationalReport.Write(machine, all), all.All(figures => figures.IsClean));
        }, cancellationToken);

    private static async Task<int> ReportAsync(
        string output, Func<BenchCluster, Machine, Task<(string Report, bool IsClean)>> measureAsync, CancellationToken cancellationToken)
    {
        try
        {
            await using var cluster = await BenchCluster.StartAsync(Say);
            var machine = await Machine.LookAsync(cancellationToken);
            var (report, isClean) = await measureAsync(cluster, machine);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
            await File.WriteAllTextAsync(output, report, cancellationToken);
            Console.WriteLine(report);
            return isClean ? 0 : Failed;
        }
        catch (BenchException failed)
        {
            await Console.Error.WriteLineAsync(failed.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted: nothing is reported.");
            return Failed;
        }
    }

    private static void Say(string what) => Console.Error.WriteLine(what);
}
