namespace Ivr.Bench.Cluster;

/// <summary>Processor time in milliseconds, and bytes of write-ahead log: of a period, or of one call or page.</summary>
/// <param name="Servers">All voice servers.</param>
/// <param name="Fronts">HAProxy.</param>
/// <param name="Leader">All processes of the PostgreSQL that accepts writes.</param>
/// <param name="LeaderCalls">The part of it in the connections of the calls.</param>
/// <param name="LeaderBackground">The part of it in the connections of the call trace and the other background work.</param>
/// <param name="LeaderPages">The part of it in the connections of the pages.</param>
/// <param name="Standbys">Both other PostgreSQL together.</param>
/// <param name="Wal">The bytes of write-ahead log.</param>
internal sealed record ClusterCost(
    double Servers, double Fronts, double Leader, double LeaderCalls, double LeaderBackground, double LeaderPages, double Standbys, double Wal)
{
    /// <summary>The cost of one of so many.</summary>
    public ClusterCost Each(double count) => With(this, (cost, _) => cost / count);

    /// <summary>The cost without that of the idle cluster, of which <paramref name="idle"/> is the cost of a second.</summary>
    public ClusterCost Without(ClusterCost idle, TimeSpan time) => With(idle, (cost, second) => cost - (second * time.TotalSeconds));

    private ClusterCost With(ClusterCost other, Func<double, double, double> both) => new(
        both(Servers, other.Servers),
        both(Fronts, other.Fronts),
        both(Leader, other.Leader),
        both(LeaderCalls, other.LeaderCalls),
        both(LeaderBackground, other.LeaderBackground),
        both(LeaderPages, other.LeaderPages),
        both(Standbys, other.Standbys),
        both(Wal, other.Wal));
}
