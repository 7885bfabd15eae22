using System.Collections.Concurrent;
using System.Diagnostics;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// One thread that hashes: takes what waits, as much as it can do at once, and goes on until the queue is closed and empty.
/// </summary>
internal sealed class HashWorker
{
    private readonly BlockingCollection<HashJob> _jobs;
    private readonly PasswordHash _hash;
    private readonly HashRoom _room;
    private readonly HashMeter _meter;
    private readonly Thread _thread;

    public HashWorker(BlockingCollection<HashJob> jobs, PasswordHash hash, HashRoom room, HashMeter meter)
    {
        (_jobs, _hash, _room, _meter) = (jobs, hash, room, meter);
        _thread = new(Work) { IsBackground = true, Name = "Password hashing" };
        _thread.Start();
    }

    /// <summary>Waits until everything is hashed.</summary>
    public void Join() => _thread.Join();

    private void Work()
    {
        List<HashJob> batch = [];
        foreach (var job in _jobs.GetConsumingEnumerable())
        {
            for (var next = job; next is not null; next = batch.Count < PasswordHash.MostAtOnce && _jobs.TryTake(out var more) ? more : null)
            {
                if (next.TryTake())
                    batch.Add(next);
            }

            if (batch.Count > 0)
                Hash(batch);
            batch.Clear();
        }
    }

    private void Hash(List<HashJob> batch)
    {
        foreach (var job in batch)
        {
            _room.Begin();
            _meter.Began(job.Waited);
        }

        var began = Stopwatch.GetTimestamp();
        _hash.CheckAll(batch);
        var took = Stopwatch.GetElapsedTime(began);
        _room.End(batch.Count, took);
        foreach (var _ in batch)
            _meter.Hashed(took);
    }
}
