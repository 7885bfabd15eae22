using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>What all measurements of growth stand on: made-up people, databases, servers.</summary>
/// <param name="Settings">How far and how often.</param>
/// <param name="Cluster">Where databases are made.</param>
/// <param name="Build">Which server.</param>
/// <param name="Folder">For files that are needed meanwhile.</param>
/// <param name="Say">Told what takes long.</param>
internal sealed record GrowthBench(GrowthSettings Settings, BenchCluster Cluster, Build Build, DirectoryInfo Folder, Action<string> Say)
{
    /// <summary>Makes people up.</summary>
    public Task<Loader> MakePeopleAsync(int workers, int clients, CancellationToken cancellationToken) =>
        Loader.PrepareAsync(Folder.FullName, workers, clients, cancellationToken);

    /// <summary>Makes a database with tables, companies and workers.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> MakeDatabaseAsync(string people, CancellationToken cancellationToken)
    {
        var database = await Cluster.CreateDatabaseAsync();
        await ShellCommand.MustAsync("dotnet", [Build.Program, "migrate", .. Site.Settings(database, GrowthSettings.Iterations)], cancellationToken);
        foreach (var table in (string[])["companies", "workers"])
            await ShellCommand.MustAsync("dotnet", [Build.Program, .. Site.Import(table, people, database, GrowthSettings.Iterations)], cancellationToken);
        return database;
    }

    /// <summary>A folder for an emergency journal.</summary>
    public string NewJournal() => Directory.CreateDirectory(Path.Combine(Folder.FullName, $"journal-{Guid.NewGuid():N}")).FullName;

    /// <summary>Starts a server for each size, measures them by turns, and stops them.</summary>
    /// <param name="what">What grows.</param>
    /// <param name="sizes">The sizes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<IReadOnlyList<GrowthPoint>> MeasureAsync(string what, IEnumerable<GrowthSize> sizes, CancellationToken cancellationToken)
    {
        List<GrowthSite> sites = [];
        try
        {
            foreach (var size in sizes)
            {
                var site = await Site.ServeAsync(Build, size.Database, GrowthSettings.Iterations, NewJournal(), cancellationToken);
                sites.Add(new(size, site));
            }

            return await new GrowthTurns(Settings, Cluster.ProcessId, Say).RunAsync(what, sites, cancellationToken);
        }
        finally
        {
            foreach (var site in sites)
                await site.Site.DisposeAsync();
        }
    }
}
