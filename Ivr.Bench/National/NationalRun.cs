using Ivr.Bench.Rounds;

namespace Ivr.Bench.National;

/// <summary>
/// Loads one server with the calls of the whole country, one load after another. The server has the default number of PBKDF2 iterations.
/// </summary>
internal sealed class NationalRun(BenchCluster cluster, Action<string> say)
{
    private const int Iterations = 100_000;

    /// <summary>The workers who call. They are so many that no worker calls again before the previous call is over.</summary>
    public int Workers { get; init; } = 10_000;

    public int Clients { get; init; } = 100_000;

    /// <summary>The calls before the first load. After them, the runtime has compiled the code that it compiles twice.</summary>
    public int WarmUpCalls { get; init; } = 3000;

    /// <exception cref="BenchException">The server does not start or answer, or a call failed during the warm-up.</exception>
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
                // Each load has other pairs of workers and clients than the loads before. The same pair would give a duplicate.
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
