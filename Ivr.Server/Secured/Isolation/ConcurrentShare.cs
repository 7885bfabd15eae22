using System.Threading.RateLimiting;

namespace Ivr.Server.Secured.Isolation;

/// <summary>A limit on how much each key may use at the same time. Limits are chained: what one of them refuses is refused.</summary>
internal static class ConcurrentShare
{
    /// <summary>Allows <paramref name="atOnce"/> at the same time for each key, and lets <paramref name="waiting"/> more wait.</summary>
    public static PartitionedRateLimiter<T> Of<T, TKey>(Func<T, TKey> key, int atOnce, int waiting = 0)
        where TKey : notnull => PartitionedRateLimiter.Create<T, TKey>(
            one => RateLimitPartition.GetConcurrencyLimiter(key(one), _ => new() { PermitLimit = atOnce, QueueLimit = waiting }));
}
