using Ivr.Bench.Rounds;

namespace Ivr.Bench.Growth;

/// <summary>Measures the cost of a call while one thing grows at a time. Each measurement has its own databases.</summary>
internal sealed class GrowthRun(GrowthSettings settings, BenchCluster cluster, Action<string> say)
{
    /// <exception cref="BenchException">A server or another program does not start or answer.</exception>
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
