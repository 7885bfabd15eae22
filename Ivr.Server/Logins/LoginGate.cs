namespace Ivr.Server.Logins;

/// <summary>
/// Allows one password check at a time for each login. The lock counts a failure only after the hash. Without the gate, guesses made at the
/// same time in many calls would all be checked before the first one is counted.
/// </summary>
internal sealed class LoginGate
{
    // Several logins can share a gate. With this many gates that rarely happens at the same time.
    private const int Gates = 1024;

    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, Gates).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Runs an action while no other action runs for the same login on this node.</summary>
    /// <param name="login">The login.</param>
    /// <param name="patience">How long to wait for the other actions.</param>
    /// <param name="action">The action.</param>
    /// <param name="hungUp">Cancelled when the caller hangs up. A running action is not cancelled.</param>
    /// <returns>Null when the wait timed out.</returns>
    /// <exception cref="OperationCanceledException">The caller hung up during the wait.</exception>
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
