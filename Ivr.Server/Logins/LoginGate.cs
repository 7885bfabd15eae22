namespace Ivr.Server.Logins;

/// <summary>
/// Lets one guess at a login in at a time. The lock counts a failure only after the hash; without the gate, guesses made at the same
/// moment in many calls would all be looked at before the first of them is counted.
/// </summary>
public sealed class LoginGate
{
    // Logins share gates by chance; with so many, hardly ever at the same moment.
    private const int Gates = 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Does something while nobody else does it for this login on this node.</summary>
    /// <exception cref="TimeoutException">Others were at it for longer than a webhook can wait.</exception>
    public async Task<T> AloneAsync<T>(string login, Func<Task<T>> action)
    {
        var gate = _gates[(uint)string.GetHashCode(login, StringComparison.Ordinal) % Gates];
        if (!await gate.WaitAsync(Patience))
            throw new TimeoutException("Too many guesses at one login at once.");
        try
        {
            return await action();
        }
        finally
        {
            gate.Release();
        }
    }
}
