using System.Diagnostics.Metrics;
using Ivr.Server.Configuration;

namespace Ivr.Server.Logins.Hashing;

/// <summary>The metrics of the password queue.</summary>
internal sealed class HashMeter
{
    // A bucket for each number of passwords that can be hashed together.
    private static readonly InstrumentAdvice<int> Lanes = new() { HistogramBucketBoundaries = [1, 2, 3, 4, 5, 6, 7, 8] };

    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _duration;
    private readonly Histogram<int> _batch;
    private readonly Counter<long> _refused;
    private long _refusedSoFar;

    public HashMeter(IMeterFactory meters, HashBacklog room)
    {
        var meter = meters.CreateServerMeter();
        meter.CreateObservableUpDownCounter(
            "ivr.passwords.waiting", () => room.Waiting, "{password}", "Passwords that wait to be hashed.");
        _wait = meter.CreateSeconds(
            "ivr.passwords.wait", "How long a password waited for its hash.");
        _duration = meter.CreateSeconds(
            "ivr.passwords.hash.duration", "How long a password took to be hashed, without the wait.");
        _batch = meter.CreateHistogram(
            "ivr.passwords.hash.batch", "{password}", "How many passwords a thread hashed together.", tags: null, Lanes);
        _refused = meter.CreateCounter<long>(
            "ivr.passwords.refused", "{password}", "Passwords that there was no room for; the caller heard \"one moment\".");
    }

    /// <summary>How many passwords were turned away since the server started.</summary>
    public long RefusedSoFar => Interlocked.Read(ref _refusedSoFar);

    /// <summary>Records the wait of a password, before it is hashed.</summary>
    public void Began(TimeSpan wait) => _wait.Record(wait.TotalSeconds);

    /// <summary>Records the passwords that were hashed together, and how long that took.</summary>
    public void Hashed(int passwords, TimeSpan duration)
    {
        _batch.Record(passwords);
        for (var password = 0; password < passwords; password++)
            _duration.Record(duration.TotalSeconds);
    }

    /// <summary>Counts a password that found no room in the queue or timed out there.</summary>
    public void Refused()
    {
        Interlocked.Increment(ref _refusedSoFar);
        _refused.Add(1);
    }
}
