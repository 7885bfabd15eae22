using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// Where passwords wait to be hashed, on threads of its own: a hash keeps a processor busy for a tenth of a second and more, and the
/// webhooks that need none must not wait behind it. Disposing of it hashes what still waits.
/// </summary>
internal sealed class PasswordChecker : IDisposable
{
    // Whoever queues a password wakes the thread itself, which is soon done: by way of the pool it would be woken after the webhooks that wait there.
    private readonly Channel<HashJob> _jobs = Channel.CreateUnbounded<HashJob>(new() { AllowSynchronousContinuations = true });
    private readonly List<HashWorker> _workers;
    private readonly HashBacklog _room;
    private readonly HashMeter _meter;

    /// <summary>Starts the threads.</summary>
    public PasswordChecker(
        PasswordHash hash, HashBacklog room, HashMeter meter, IOptions<HashingOptions> options, ILogger<PasswordChecker> log)
    {
        (_room, _meter) = (room, meter);
        log.LogInformation("{Threads} threads hash passwords, each {Together} at once", options.Value.Threads, PasswordHash.MaxAtOnce);
        if (!PasswordHash.IsRight)
            log.LogWarning("Several passwords hashed at once come out wrong on this processor: they are hashed one after the other");
        room.Expect(PasswordHash.MaxAtOnce, hash.FirstTook);
        _workers = [.. Enumerable.Range(0, options.Value.Threads).Select(_ => new HashWorker(_jobs.Reader, hash, room, meter))];
    }

    /// <summary>Holds a password against a stored hash.</summary>
    /// <param name="storedHash">The hash on record, or the decoy.</param>
    /// <param name="password">The password as keyed.</param>
    /// <param name="sentAway">How often the caller was sent away before.</param>
    /// <param name="patience">How long wait and hash may take. A hash that has begun is seen through.</param>
    /// <param name="hungUp">Nobody waits for the answer any more.</param>
    /// <returns>Null when there was no room, or its turn did not come in time: the password was not looked at.</returns>
    /// <exception cref="OperationCanceledException">The caller hung up before the turn came.</exception>
    /// <exception cref="ObjectDisposedException">The queue is closed.</exception>
    public async Task<PasswordCheck?> CheckAsync(
        string storedHash, string password, int sentAway, TimeSpan patience, CancellationToken hungUp)
    {
        hungUp.ThrowIfCancellationRequested();
        var job = new HashJob(storedHash, password);
        if (!TryQueue(job, sentAway))
        {
            _meter.Refused();
            return null;
        }

        using var over = CancellationTokenSource.CreateLinkedTokenSource(hungUp);
        over.CancelAfter(_room.WaitWithin(patience));
        await using var givingUp = over.Token.Register(() => GiveUp(job));
        var check = await job.Result;
        if (check is null)
        {
            hungUp.ThrowIfCancellationRequested();
            _meter.Refused();
        }

        return check;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _jobs.Writer.TryComplete();
        foreach (var worker in _workers)
            worker.Join();
    }

    private bool TryQueue(HashJob job, int sentAway)
    {
        if (!_room.TryEnter(sentAway))
            return false;
        ObjectDisposedException.ThrowIf(!_jobs.Writer.TryWrite(job), this);
        return true;
    }

    private void GiveUp(HashJob job)
    {
        if (!job.TryTake())
            return;
        _room.Leave();
        job.Finish(null);
    }
}
