using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>What all measurements of growth share: generated people, databases, servers.</summary>
/// <param name="Settings">The sizes, and how many times each is measured.</param>
/// <param name="Cluster">Where the databases are created.</param>
/// <param name="Build">The server to measure.</param>
/// <param name="Folder">For temporary files.</param>
/// <param name="Say">Receives messages about progress.</param>
internal sealed record GrowthBench(GrowthSettings Settings, BenchCluster Cluster, Build Build, DirectoryInfo Folder, Action<string> Say)
{
    public Task<Loader> MakePeopleAsync(int workers, int clients, CancellationToken cancellationToken) =>
        Loader.PrepareAsync(Folder.FullName, workers, clients, cancellationToken);

    /// <summary>Creates a database with tables, companies and workers.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> MakeDatabaseAsync(string people, CancellationToken cancellationToken)
    {
        var database = await Cluster.CreateDatabaseAsync();
        await ShellCommand.MustAsync("dotnet", [Build.Program, "migrate", .. Site.Settings(database, GrowthSettings.Iterations)], cancellationToken);
        foreach (var table in (string[])["companies", "workers"])
            await ShellCommand.MustAsync("dotnet", [Build.Program, .. Site.Import(table, people, database, GrowthSettings.Iterations)], cancellationToken);
        return database;
    }

    /// <summary>Creates a folder for an emergency journal.</summary>
    public string NewJournal() => Directory.CreateDirectory(Path.Combine(Folder.FullName, $"journal-{Guid.NewGuid():N}")).FullName;

    /// <summary>
    /// Starts a server for each size, measures the servers in turns, and stops them. <paramref name="what"/> says what grows, for messages.
    /// </summary>
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
