using System.Threading.RateLimiting;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Accounts;

/// <summary>
/// Limits the sign-ins that are checked and that wait: one password at a time for companies and one for operators, so that a flood of
/// passwords leaves the processors to the calls. No address and no login takes the places of all others.
/// </summary>
internal sealed class SignInRoom : IDisposable
{
    private const int MaxWaiting = 40;
    private const int OfAddress = 5;
    private const int OfLogin = 5;

    private readonly PartitionedRateLimiter<SignInAttempt> _companies = Create();
    private readonly PartitionedRateLimiter<SignInAttempt> _operators = Create();

    /// <summary>Waits for its turn. The result is not acquired when too many others wait.</summary>
    public ValueTask<RateLimitLease> EnterAsync(SignInAttempt attempt, bool isOperator, CancellationToken cancellation) =>
        (isOperator ? _operators : _companies).AcquireAsync(attempt, 1, cancellation);

    public void Dispose()
    {
        _companies.Dispose();
        _operators.Dispose();
    }

    private static PartitionedRateLimiter<SignInAttempt> Create() => PartitionedRateLimiter.CreateChained(
        ConcurrentShare.Of((SignInAttempt attempt) => attempt.Address, OfAddress),
        ConcurrentShare.Of((SignInAttempt attempt) => attempt.Login, OfLogin),
        ConcurrentShare.Of((SignInAttempt _) => 0, atOnce: 1, MaxWaiting));
}

/// <summary>Who signs in: a login as it is stored, and the address of the browser.</summary>
internal sealed record SignInAttempt(string Login, string Address);
