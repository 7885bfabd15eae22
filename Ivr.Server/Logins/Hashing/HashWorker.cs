using System.Diagnostics;
using System.Threading.Channels;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// A thread that hashes passwords. It takes as many jobs as one batch can hold, and runs until the queue is closed and empty.
/// </summary>
internal sealed class HashWorker
{
    private readonly ChannelReader<HashJob> _jobs;
    private readonly PasswordHash _hash;
    private readonly HashBacklog _room;
    private readonly HashMeter _meter;
    private readonly Thread _thread;

    public HashWorker(ChannelReader<HashJob> jobs, PasswordHash hash, HashBacklog room, HashMeter meter)
    {
        (_jobs, _hash, _room, _meter) = (jobs, hash, room, meter);
        _thread = new(Work) { IsBackground = true, Name = "Password hashing" };
        _thread.Start();
    }

    /// <summary>Waits until the queue is closed and empty.</summary>
    public void Join() => _thread.Join();

    private void Work()
    {
        List<HashJob> batch = [];
        while (Next() is { } first)
        {
            var job = first;
            do
            {
                if (job.TryTake())
                    batch.Add(job);
            }
            while (batch.Count < PasswordHash.MaxAtOnce && _jobs.TryRead(out job));

            if (batch.Count > 0)
                Hash(batch);
            batch.Clear();
        }
    }

    // Blocks this thread, which has no other work. ReadAsync waits for one job; WaitToReadAsync would wake every thread for each password.
    private HashJob? Next()
    {
        try
        {
            return _jobs.TryRead(out var job) ? job : _jobs.ReadAsync().AsTask().GetAwaiter().GetResult();
        }
        catch (ChannelClosedException)
        {
            return null;
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
        _meter.Hashed(batch.Count, took);
    }
}
