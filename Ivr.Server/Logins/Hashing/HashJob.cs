using System.Diagnostics;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// A password in the queue, with the stored hash to compare. Either a thread takes it, once, or the waiting call gives it up.
/// </summary>
internal sealed class HashJob(string storedHash, string password)
{
    // The waiting call continues on the thread pool, never on a hashing thread.
    private readonly TaskCompletionSource<PasswordCheck?> _result = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _queued = Stopwatch.GetTimestamp();
    private int _isTaken;

    /// <summary>The hash on record, or the decoy.</summary>
    public string StoredHash => storedHash;

    /// <summary>The parsed hash; null when only ASP.NET Core Identity can read it.</summary>
    public IdentityHash? Hash { get; } = IdentityHash.TryParse(storedHash, out var hash) ? hash : null;

    public string Password => password;

    /// <summary>How long the job has been in the queue.</summary>
    public TimeSpan Waited => Stopwatch.GetElapsedTime(_queued);

    /// <summary>The result; null when the job was given up.</summary>
    public Task<PasswordCheck?> Result => _result.Task;

    /// <summary>True for the first caller only.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Completes the job with its result; null means that it was given up.</summary>
    public void Finish(PasswordCheck? check) => _result.SetResult(check);

    /// <summary>Completes the job with an error.</summary>
    public void Fail(Exception failure) => _result.SetException(failure);

    /// <summary>Contains no field, so that a logged job does not reveal its password.</summary>
    public override string ToString() => nameof(HashJob);
}
