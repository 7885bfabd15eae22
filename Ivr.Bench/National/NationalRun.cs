using Ivr.Bench.Rounds;

namespace Ivr.Bench.National;

/// <summary>Has the country call one server with the rounds of the default, one load after the other.</summary>
/// <param name="cluster">The PostgreSQL.</param>
/// <param name="say">Told what goes on.</param>
internal sealed class NationalRun(BenchCluster cluster, Action<string> say)
{
    private const int Iterations = 100_000;

    /// <summary>Workers who call. Nobody calls again before the call before is over.</summary>
    public int Workers { get; init; } = 10_000;

    /// <summary>Clients they work for.</summary>
    public int Clients { get; init; } = 100_000;

    /// <summary>Calls before the first load, so that the runtime has compiled what it compiles twice.</summary>
    public int WarmUpCalls { get; init; } = 3000;

    /// <summary>Has them call.</summary>
    /// <param name="loads">How many, and for how long.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BenchException">The server does not start or answer, or a call failed while it was warmed up.</exception>
    public async Task<IReadOnlyList<NationalFigures>> RunAsync(IReadOnlyList<NationalLoad> loads, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivr-bench-");
        try
        {
            say($"Importing {Workers:N0} workers and {Clients:N0} clients ...");
            var loader = await Loader.PrepareAsync(folder.FullName, Workers, Clients, cancellationToken);
            var build = await Build.HereAsync(cancellationToken);
            var journal = folder.CreateSubdirectory("journal").FullName;
            await using var site = await Site.StartAsync(build, await cluster.CreateDatabaseAsync(), loader.People, Iterations, journal, cancellationToken);
            say($"Warming {build.Name} up ...");
            await loader.WarmUpAsync(site, cluster.ProcessId, WarmUpCalls, cancellationToken);
            List<NationalFigures> all = [];
            foreach (var load in loads)
            {
                say($"{load.Name}: {load.Rate} new calls a second for {load.Lasts.TotalMinutes:0.#} minutes, and until the last one is over ...");
                // Who has called is not called for again: it would be a duplicate.
                var (json, isClean) = await loader.RunAsync(site, cluster.ProcessId, [.. load.Plan, .. Loader.GoOn(1 + all.Count)], cancellationToken);
                all.Add(await NationalFigures.ReadAsync(load, json, isClean, cancellationToken));
                say($"{all[^1].Confirmed:N0} of {all[^1].Calls:N0} confirmed; 99 % of webhooks within {all[^1].P99:0} ms, the longest took {all[^1].Longest:0} ms");
            }

            return all;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
