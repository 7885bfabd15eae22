namespace Ivr.Server.Logins;

/// <summary>
/// Lets one guess at a login in at a time. The lock counts a failure only after the hash; without the gate, guesses made at the same
/// moment in many calls would all be looked at before the first of them is counted.
/// </summary>
internal sealed class LoginGate
{
    // Logins share gates by chance; with so many, hardly ever at the same moment.
    private const int Gates = 1024;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Does something while nobody else does it for this login on this node.</summary>
    /// <param name="login">The login.</param>
    /// <param name="patience">How long others may be at it.</param>
    /// <param name="action">What to do.</param>
    /// <param name="hungUp">Nobody waits for the answer any more; what has begun is seen through.</param>
    /// <returns>Null when others were at it for too long.</returns>
    /// <exception cref="OperationCanceledException">The caller hung up before the others were done.</exception>
    public async Task<T?> RunExclusivelyAsync<T>(string login, TimeSpan patience, Func<Task<T>> action, CancellationToken hungUp)
        where T : class
    {
        var gate = _gates[(uint)string.GetHashCode(login, StringComparison.Ordinal) % Gates];
        if (!await gate.WaitAsync(patience, hungUp))
            return null;
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
