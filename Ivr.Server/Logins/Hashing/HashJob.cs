using System.Diagnostics;

namespace Ivr.Server.Logins.Hashing;

/// <summary>A password that waits to be held against a stored hash. Either a thread takes it, once, or whoever waits gives it up.</summary>
/// <param name="storedHash">The hash on record, or the decoy.</param>
/// <param name="password">The password as keyed.</param>
internal sealed class HashJob(string storedHash, string password)
{
    // Whoever waits goes on on a thread of the pool, never on one that hashes.
    private readonly TaskCompletionSource<PasswordCheck?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _queued = Stopwatch.GetTimestamp();
    private int _isTaken;

    /// <summary>The hash on record, or the decoy.</summary>
    public string StoredHash => storedHash;

    /// <summary>The hash taken apart; null when only Identity can read it.</summary>
    public IdentityHash? Hash { get; } = IdentityHash.TryParse(storedHash, out var hash) ? hash : null;

    /// <summary>The password as keyed.</summary>
    public string Password => password;

    /// <summary>How long it has been waiting.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(_queued);

    /// <summary>The outcome; null when it was given up.</summary>
    public Task<PasswordCheck?> Result => _result.Task;

    /// <summary>True for the first who asks.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Tells whoever waits what came of it; null when it was given up.</summary>
    public void Finish(PasswordCheck? check) => _result.SetResult(check);

    /// <summary>Tells whoever waits that it could not be checked.</summary>
    public void Fail(Exception failure) => _result.SetException(failure);

    /// <summary>Says nothing: a job that finds its way into a log must not bring its password along.</summary>
    public override string ToString() => nameof(HashJob);
}
