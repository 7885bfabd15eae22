using System.Threading.RateLimiting;

namespace Ivr.Server.Secured.Isolation;

/// <summary>
/// Shares the connections of the pages between the companies. The slow pages of one company wait for each other, and leave connections to
/// the other companies, to sign-in and to the listener.
/// </summary>
internal sealed class CompanyShares : IDisposable
{
    private const int OfCompany = 2;
    private const int OfAll = SecuredSource.MaxConnections - 2;
    private const int MaxWaiting = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    // A company has at most its share in the second queue, so no company waits there for long.
    private readonly PartitionedRateLimiter<long> _shares = PartitionedRateLimiter.CreateChained(
        ConcurrentShare.Of((long company) => company, OfCompany, MaxWaiting),
        ConcurrentShare.Of((long _) => 0, OfAll, MaxWaiting));

    /// <summary>Waits for a connection of the company's share. The connection may be used until the result is disposed.</summary>
    /// <exception cref="TimeoutException">The company's other pages took too long.</exception>
    public async Task<IDisposable> TakeAsync(long companyId, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var share = await _shares.AcquireAsync(companyId, 1, patience.Token);
            if (share.IsAcquired)
                return share;
            share.Dispose();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // Too many pages of this company are before this one.
        }

        throw new TimeoutException("The pages of one company wait for each other.");
    }

    public void Dispose() => _shares.Dispose();
}
