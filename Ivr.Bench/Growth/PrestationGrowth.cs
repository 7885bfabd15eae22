using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Measures calls while the number of recorded prestations grows.</summary>
internal sealed class PrestationGrowth(GrowthBench bench)
{
    public async Task<IReadOnlyList<GrowthPoint>> RunAsync(CancellationToken cancellationToken)
    {
        var (workers, clients) = bench.Settings.People;
        var loader = await bench.MakePeopleAsync(workers, clients, cancellationToken);
        var empty = await bench.MakeDatabaseAsync(loader.People, cancellationToken);
        await WatchedImport.RunAsync(bench.Build, empty, loader.People, clients, cancellationToken);

        List<GrowthSize> sizes = [];
        foreach (var prestations in bench.Settings.Prestations)
        {
            bench.Say($"Writing {prestations:N0} prestations ...");
            var database = await bench.Cluster.CopyDatabaseAsync(empty);
            await PastPrestations.WriteAsync(database, prestations, cancellationToken);
            await BenchCluster.SettleAsync(database, cancellationToken);
            sizes.Add(new(prestations, bench.Settings.AtOnce, database, loader));
        }

        var points = await bench.MeasureAsync("prestations on record", sizes, cancellationToken);
        await bench.Cluster.DropDatabasesAsync(sizes.Select(size => size.Database).Append(empty));
        return points;
    }
}
