using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Follows what a call costs while one thing grows at a time, on databases of their own.</summary>
internal sealed class GrowthRun(GrowthSettings settings, BenchCluster cluster, Action<string> say)
{
    /// <summary>Does all of it.</summary>
    /// <exception cref="BenchException">Something does not start or answer.</exception>
    public async Task<GrowthFigures> RunAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("ivr-bench-");
        try
        {
            var bench = new GrowthBench(settings, cluster, await Build.HereAsync(cancellationToken), folder, say);
            var (crowds, starts) = await new CrowdGrowth(bench).RunAsync(cancellationToken);
            var (clients, imports) = await new ClientGrowth(bench).RunAsync(cancellationToken);
            var prestations = await new PrestationGrowth(bench).RunAsync(cancellationToken);
            return new(crowds, clients, prestations, imports, starts);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
