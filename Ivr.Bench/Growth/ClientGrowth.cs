using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Measures calls while the number of clients grows, and measures the import of these clients.</summary>
internal sealed class ClientGrowth(GrowthBench bench)
{
    public async Task<(IReadOnlyList<GrowthPoint> Clients, IReadOnlyList<ImportFigures> Imports)> RunAsync(CancellationToken cancellationToken)
    {
        List<ImportFigures> imports = [];
        List<GrowthSize> sizes = [];
        foreach (var clients in bench.Settings.Clients)
        {
            var loader = await bench.MakePeopleAsync(bench.Settings.Workers, clients, cancellationToken);
            var database = await bench.MakeDatabaseAsync(loader.People, cancellationToken);
            var import = await WatchedImport.RunAsync(bench.Build, database, loader.People, clients, cancellationToken);
            bench.Say($"{clients:N0} clients: imported in {import.Seconds:0.0} s, with {import.PeakMegabytes:0} MB");
            await BenchCluster.SettleAsync(database, cancellationToken);
            imports.Add(import);
            sizes.Add(new(clients, bench.Settings.AtOnce, database, loader));
        }

        var points = await bench.MeasureAsync("clients", sizes, cancellationToken);
        await bench.Cluster.DropDatabasesAsync(sizes.Select(size => size.Database));
        return (points, imports);
    }
}
