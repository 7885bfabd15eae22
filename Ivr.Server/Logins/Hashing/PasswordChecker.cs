using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// The queue of passwords to hash, with its own threads. A hash uses a processor for a tenth of a second and more, and other webhooks must
/// not wait for it. Dispose hashes everything that is still in the queue.
/// </summary>
internal sealed class PasswordChecker : IDisposable
{
    // The thread that queues a password wakes the hashing thread directly, which takes little time. Through the thread pool the wake-up
    // would run after the webhooks that wait there.
    private readonly Channel<HashJob> _jobs = Channel.CreateUnbounded<HashJob>(new() { AllowSynchronousContinuations = true });
    private readonly List<HashWorker> _workers;
    private readonly HashBacklog _room;
    private readonly HashMeter _meter;

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

    /// <summary>Checks a password against a stored hash.</summary>
    /// <param name="storedHash">The hash on record, or the decoy.</param>
    /// <param name="password">The password as entered.</param>
    /// <param name="sentAway">How often this caller was turned away before.</param>
    /// <param name="patience">The limit for wait and hash together. A hash that has started is not cancelled.</param>
    /// <param name="hungUp">Cancelled when the caller hangs up.</param>
    /// <returns>Null when the queue had no room or the wait timed out. The password was not checked.</returns>
    /// <exception cref="OperationCanceledException">The caller hung up before the hash started.</exception>
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
