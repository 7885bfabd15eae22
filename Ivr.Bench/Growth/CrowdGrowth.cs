using System.Globalization;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>
/// Measures calls while the number of concurrent calls grows. On the same database, it measures how soon a server answers.
/// </summary>
internal sealed class CrowdGrowth(GrowthBench bench)
{
    private const int Clients = 100_000;

    // The duration of the standard call on a real line, in the middle of the values of the four languages.
    private static readonly TimeSpan RealCall = TimeSpan.FromSeconds(92);

    public async Task<(IReadOnlyList<GrowthPoint> Crowds, IReadOnlyList<StartFigures> Starts)> RunAsync(CancellationToken cancellationToken)
    {
        bench.Say("Preparing the database that is called by more and more at once ...");
        var loader = await bench.MakePeopleAsync(bench.Settings.Workers, Math.Min(Clients, bench.Settings.Clients[^1]), cancellationToken);
        var database = await bench.MakeDatabaseAsync(loader.People, cancellationToken);
        await WatchedImport.RunAsync(bench.Build, database, loader.People, Clients, cancellationToken);
        await BenchCluster.SettleAsync(database, cancellationToken);

        var starts = await StartAsync(database, cancellationToken);
        // Each size has its own server, so the peak memory belongs to that size only.
        var crowds = await bench.MeasureAsync("at once", bench.Settings.Crowds.Select(callers => new GrowthSize(callers, Plan(callers), database, loader)), cancellationToken);
        await bench.Cluster.DropDatabasesAsync([database]);
        return (crowds, starts);
    }

    // The number of calls on the line is their rate multiplied by the duration of one call (Little's law). The load lasts longer than a
    // call, so it contains the time in which all calls begin and all end. There is no warm-up. Otherwise the cost of the calls on the line
    // when measuring begins would be counted without these calls.
    private string[] Plan(int callers)
    {
        var lasts = TimeSpan.FromSeconds(callers / (double)bench.Settings.NewCalls);
        var pace = (lasts / RealCall).ToString(CultureInfo.InvariantCulture);
        var duration = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(bench.Settings.Duration.TotalSeconds, lasts.TotalSeconds + 2)));
        return ["--rate", $"{bench.Settings.NewCalls}", "--arrivals", "poisson", "--pace", pace, "--duration", Loader.Seconds(duration)];
    }

    // The first start finds no keys and creates them, so it is not counted.
    private async Task<IReadOnlyList<StartFigures>> StartAsync(string database, CancellationToken cancellationToken)
    {
        var journal = bench.NewJournal();
        List<StartFigures> starts = [];
        for (var start = 0; start <= bench.Settings.Starts; start++)
        {
            var figures = await FirstAnswer.MeasureAsync(bench.Build, database, journal, cancellationToken);
            if (start == 0)
                continue;
            bench.Say($"Start {start} of {bench.Settings.Starts}: {figures.Milliseconds:0} ms to the first answer, {figures.ProcessorMilliseconds:0} ms of processor time");
            starts.Add(figures);
        }

        return starts;
    }
}
