using Ivr.Bench.HighAvailability;
using Ivr.Bench.Rounds;

namespace Ivr.Bench.Cluster;

/// <summary>One of the loads that take turns.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Front">Where its calls go.</param>
/// <param name="Plan">The options of the load command.</param>
internal sealed record ClusterLoad(string Name, FrontMachine Front, IReadOnlyList<string> Plan)
{
    /// <summary>What users of the pages do until the calls are over; null for nothing.</summary>
    public Func<CancellationToken, Task<PagesRead?>>? Meanwhile { get; init; }
}

/// <summary>Runs loads in turns, so that other work on the machine disturbs all of them equally.</summary>
internal sealed class ClusterTurns(ClusterSettings settings, PatroniCluster cluster, Loader loader, ClusterMeter meter, Action<string> say)
{
    // The call trace of the last calls is part of their cost.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(2);

    // Each load has other people than all loads before.
    private int _loads;

    /// <summary>Makes calls that are not measured.</summary>
    /// <exception cref="BenchException">A call failed.</exception>
    public async Task WarmUpAsync(FrontMachine front, int calls, CancellationToken cancellationToken)
    {
        var (_, isClean) = await CallAsync(front, ["--at-once", $"{ClusterSettings.Callers}", "--calls", $"{calls}"], cancellationToken);
        if (!isClean)
            throw new BenchException("While the servers were warmed up calls failed, or the rows were not the confirmed calls.");
    }

    /// <summary>Runs all rounds of the loads.</summary>
    public async Task<IReadOnlyList<MeasuredLoad>> RunAsync(IReadOnlyList<ClusterLoad> loads, CancellationToken cancellationToken)
    {
        var runs = loads.ToDictionary(load => load, _ => new List<ClusterFigures>());
        for (var round = 1; round <= settings.Rounds; round++)
        {
            foreach (var load in loads)
            {
                var figures = await RunAsync(load, cancellationToken);
                say($"Round {round} of {settings.Rounds}, {load.Name}: {figures.CallsPerSecond:0.0} calls/s, p99 {figures.P99:0.0} ms");
                runs[load].Add(figures);
            }
        }

        return [.. loads.Select(load => new MeasuredLoad(load.Name, runs[load]))];
    }

    private async Task<ClusterFigures> RunAsync(ClusterLoad load, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var users = load.Meanwhile?.Invoke(over.Token);
        try
        {
            var ((json, isClean), cost) = await meter.WhileAsync(async () =>
            {
                var called = await CallAsync(load.Front, load.Plan, cancellationToken);
                await Task.Delay(Aftermath, cancellationToken);
                return called;
            });
            await over.CancelAsync();
            return await ClusterFigures.ReadAsync(json, isClean, cost, users is null ? null : await users, cancellationToken);
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    private Task<(string Json, bool IsClean)> CallAsync(FrontMachine front, IReadOnlyList<string> plan, CancellationToken cancellationToken) =>
        loader.RunAsync(front.Voice, cluster.Owner, [.. plan, .. Loader.GoOn(++_loads)], cancellationToken);
}
