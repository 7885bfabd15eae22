using System.Diagnostics.Metrics;
using Ivr.Server.Configuration;

namespace Ivr.Server.Logins.Hashing;

/// <summary>The queue of passwords in figures.</summary>
internal sealed class HashMeter
{
    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _refused;
    private long _refusedSoFar;

    /// <summary>Makes the instruments.</summary>
    public HashMeter(IMeterFactory meters, HashBacklog room)
    {
        var meter = meters.CreateServerMeter();
        meter.CreateObservableUpDownCounter(
            "ivr.passwords.waiting", () => room.Waiting, "{password}", "Passwords that wait to be hashed.");
        _wait = meter.CreateSeconds(
            "ivr.passwords.wait", "How long a password waited for its hash.");
        _duration = meter.CreateSeconds(
            "ivr.passwords.hash.duration", "How long a password took to be hashed, without the wait.");
        _refused = meter.CreateCounter<long>(
            "ivr.passwords.refused", "{password}", "Passwords that there was no room for; the caller heard \"one moment\".");
    }

    /// <summary>For how many there was no room since the server started.</summary>
    public long RefusedSoFar => Interlocked.Read(ref _refusedSoFar);

    /// <summary>A password's turn has come; said before it is hashed.</summary>
    public void Began(TimeSpan wait) => _wait.Record(wait.TotalSeconds);

    /// <summary>A password was hashed.</summary>
    public void Hashed(TimeSpan duration) => _duration.Record(duration.TotalSeconds);

    /// <summary>There was no room for a password, or its turn did not come in time.</summary>
    public void Refused()
    {
        Interlocked.Increment(ref _refusedSoFar);
        _refused.Add(1);
    }
}
