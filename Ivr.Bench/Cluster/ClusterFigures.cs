using Ivr.Bench.Rounds;

namespace Ivr.Bench.Cluster;

/// <summary>What a load on the cluster measured.</summary>
/// <param name="IsClean">Whether no call failed, and the recorded rows are the confirmed calls.</param>
/// <param name="CallsPerSecond">Confirmed calls a second.</param>
/// <param name="P50">The milliseconds within which half of the webhooks were answered.</param>
/// <param name="P99">The milliseconds within which 99 % of the webhooks were answered.</param>
/// <param name="Longest">The milliseconds that the longest webhook took.</param>
/// <param name="Call">The cost of a call, with all that the cluster did meanwhile.</param>
/// <param name="Pages">The pages that were read meanwhile; null for none.</param>
internal sealed record ClusterFigures(
    bool IsClean, double CallsPerSecond, double P50, double P99, double Longest, ClusterCost Call, PagesRead? Pages)
{
    /// <summary>Reads the JSON of the load command. <paramref name="cost"/> is that of the whole load, with its warm-up.</summary>
    public static async Task<ClusterFigures> ReadAsync(string file, bool isClean, ClusterCost cost, PagesRead? pages, CancellationToken cancellationToken)
    {
        using var report = await LoadReport.ReadAsync(file, cancellationToken);
        return new(
            isClean,
            report.Number("calls", "confirmedPerSecond"),
            report.Number("webhooks", "milliseconds", "p50"),
            report.Number("webhooks", "milliseconds", "p99"),
            report.Number("webhooks", "milliseconds", "max"),
            cost.Each(report.Number("calls", "made") + report.Number("calls", "warmedUp")),
            pages);
    }
}

/// <summary>The cost of one page.</summary>
/// <param name="Name">The name in the table.</param>
/// <param name="Milliseconds">How long it took; not a number when it took too long, and the server gave it up.</param>
/// <param name="OnPrimary">Its cost without a read replica.</param>
/// <param name="OnReplica">Its cost with a read replica.</param>
internal sealed record PageCost(string Name, double Milliseconds, ClusterCost OnPrimary, ClusterCost OnReplica);

/// <summary>All measurements.</summary>
/// <param name="Growth">The loads on one server and on three.</param>
/// <param name="History">The loads while the company's history is read.</param>
/// <param name="Pages">The cost of the pages.</param>
/// <param name="Idle">What the cluster costs a second without calls and pages.</param>
/// <param name="HashMilliseconds">The processor time of a password of 100,000 iterations that is hashed alone.</param>
internal sealed record ClusterResult(
    IReadOnlyList<MeasuredLoad> Growth, IReadOnlyList<MeasuredLoad> History, IReadOnlyList<PageCost> Pages, ClusterCost Idle, double HashMilliseconds)
{
    /// <summary>Whether no call failed, and the recorded rows were the confirmed calls after each load.</summary>
    public bool IsClean => Growth.Concat(History).All(load => load.Runs.All(run => run.IsClean));
}

/// <summary>A load and its rounds.</summary>
internal sealed record MeasuredLoad(string Name, IReadOnlyList<ClusterFigures> Runs);
