using System.CommandLine;
using Ivr.Bench.Cluster;
using Ivr.Bench.Growth;
using Ivr.Bench.National;
using Ivr.Bench.Peer;
using Ivr.Bench.Reports;
using Ivr.Bench.Rounds;
using Ivr.Bench.Steps;
using Ivr.Server.Development;

namespace Ivr.Bench;

/// <summary>Runs the benchmarks, and prints the tables of docs/performance.md.</summary>
internal static class BenchCommand
{
    private const int Failed = 1;
    private const string Figures = "TestResults/bench.md";
    private const string GrowthPage = "docs/growth.md";
    private const string ShortGrowthPage = "TestResults/growth.md";

    public static RootCommand Create()
    {
        var isShort = new Option<bool>("--short") { Description = "Two rounds of a few seconds: enough to see that all works, too little to compare." };
        var rounds = new Option<int?>("--rounds") { Description = "How often each build is loaded; 5 unless --short." };
        var seconds = new Option<int?>("--seconds") { Description = "For how long each load is measured; 15 unless --short." };
        var against = new Option<string?>("--against") { Description = "A commit to compare with. It is built in a temporary folder, and the builds take turns." };
        var noSteps = new Option<bool>("--no-steps") { Description = "Leave the steps of a webhook out." };
        var onlySteps = new Option<bool>("--only-steps") { Description = "Leave the calls out." };
        var growth = new Option<bool>("--growth")
        {
            Description = "Instead: what a call costs while calls at once, clients and prestations on record grow. Writes a page and graphs; with --short in two minutes.",
        };
        var national = new Option<bool>("--national") { Description = "Instead: as many new calls a second as the country has, on a real line's time. Takes 20 minutes." };
        var peer = new Option<bool>("--peer")
        {
            Description = "Instead: the server and a plain service with the same calls in turns, with the goal of each figure. Takes 20 minutes, with --short two.",
        };
        var onCluster = new Option<bool>("--cluster")
        {
            Description = "Instead: one voice server and three on a high-availability cluster, and calls while a long history is read. As root; takes 15 minutes, with --short three.",
        };
        var output = new Option<string?>("--output")
        {
            Description = $"Where the tables go, as Markdown; {Figures} unless --growth, which writes {GrowthPage}, or with --short {ShortGrowthPage}.",
        };
        var command = new RootCommand("Loads the server, measures the steps of a webhook, and prints the tables of docs/performance.md.")
        {
            isShort, rounds, seconds, against, noSteps, onlySteps, growth, national, peer, onCluster, output,
        };
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(peer) && (parsed.GetValue(onlySteps) || parsed.GetValue(against) is not null))
                parsed.AddError("--peer measures calls, and no other commit: leave out --only-steps and --against.");
        });
        command.SetAction((parsed, cancellationToken) => RunAndReportAsync(() => parsed.GetValue(growth)
            ? GrowAsync(
                parsed.GetValue(isShort) ? GrowthSettings.Brief : GrowthSettings.Full,
                parsed.GetValue(output) ?? (parsed.GetValue(isShort) ? ShortGrowthPage : GrowthPage),
                cancellationToken)
            : parsed.GetValue(onCluster)
                ? MeasureClusterAsync(
                    parsed.GetValue(isShort) ? ClusterSettings.Brief : ClusterSettings.Full, parsed.GetValue(output) ?? Figures, cancellationToken)
            : parsed.GetValue(national) ? CallAsync(parsed.GetValue(output) ?? Figures, cancellationToken)
            : parsed.GetValue(peer)
                ? CompareAsync(Settings(parsed) with { Kinds = Loads.OfPeers }, parsed.GetValue(output) ?? Figures, cancellationToken)
                : RunAsync(Settings(parsed), parsed.GetValue(output) ?? Figures, cancellationToken)));
        return command;

        BenchSettings Settings(ParseResult parsed) => new()
        {
            IsShort = parsed.GetValue(isShort),
            Rounds = parsed.GetValue(onlySteps) ? 0 : parsed.GetValue(rounds) ?? (parsed.GetValue(isShort) ? 2 : 5),
            Duration = TimeSpan.FromSeconds(parsed.GetValue(seconds) ?? (parsed.GetValue(isShort) ? 4 : 15)),
            WarmUp = TimeSpan.FromSeconds(parsed.GetValue(isShort) ? 2 : 4),
            WarmUpCalls = parsed.GetValue(isShort) ? 50 : 3000,
            MeasuresSteps = !parsed.GetValue(noSteps),
            Against = parsed.GetValue(against),
        };
    }

    private static async Task<int> RunAsync(BenchSettings settings, string output, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(Say);
        var machine = await MeasuredMachine.LookAsync(cancellationToken);
        var loads = settings.Rounds > 0 ? await new RoundsRun(settings, cluster, Say).RunAsync(cancellationToken) : null;
        var steps = settings.MeasuresSteps ? await StepsRun.RunAsync(cluster, settings.IsShort, Say, cancellationToken) : [];
        await PrintAsync(FiguresReport.Write(machine, settings, loads, steps), output, cancellationToken);
        return loads?.Any(load => load.Runs.Any(run => !run.IsClean)) == true ? Failed : 0;
    }

    private static async Task<int> CompareAsync(BenchSettings settings, string output, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(Say);
        var machine = await MeasuredMachine.LookAsync(cancellationToken);
        var builds = await PeerRun.RunAsync(settings, cluster, Say, cancellationToken);
        await PrintAsync(PeerReport.Write(machine, settings, builds), output, cancellationToken);
        return builds.Any(build => build.Runs.Any(run => !run.IsClean)) ? Failed : 0;
    }

    private static async Task<int> CallAsync(string output, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(Say);
        var machine = await MeasuredMachine.LookAsync(cancellationToken);
        var all = await new NationalRun(cluster, Say).RunAsync(NationalLoad.All, cancellationToken);
        await PrintAsync(NationalReport.Write(machine, all), output, cancellationToken);
        return all.All(figures => figures.IsBorne) ? 0 : Failed;
    }

    private static async Task<int> GrowAsync(GrowthSettings settings, string output, CancellationToken cancellationToken)
    {
        await using var cluster = await BenchCluster.StartAsync(Say);
        var machine = await MeasuredMachine.LookAsync(cancellationToken);
        var figures = await new GrowthRun(settings, cluster, Say).RunAsync(cancellationToken);
        MakeFolderOf(output);
        await GrowthReport.WriteAsync(output, machine, settings, figures, cancellationToken);
        Console.WriteLine($"{output} has the figures, the folder beside it the graphs.");
        return figures.IsClean ? 0 : Failed;
    }

    private static async Task<int> MeasureClusterAsync(ClusterSettings settings, string output, CancellationToken cancellationToken)
    {
        var machine = await MeasuredMachine.LookAsync(cancellationToken);
        var result = await new ClusterRun(settings, Say).RunAsync(cancellationToken);
        await PrintAsync(ClusterReport.Write(machine, settings, result), output, cancellationToken);
        return result.IsClean ? 0 : Failed;
    }

    private static async Task<int> RunAndReportAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failed) when (failed is BenchException or EmbeddedPostgresException)
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

    private static async Task PrintAsync(string report, string output, CancellationToken cancellationToken)
    {
        MakeFolderOf(output);
        await File.WriteAllTextAsync(output, report, cancellationToken);
        Console.WriteLine(report);
    }

    private static void MakeFolderOf(string file) => Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);

    private static void Say(string what) => Console.Error.WriteLine(what);
}
