using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// Knows how many passwords wait and how long hashing takes on this machine at present, and so whether one more would be through in time.
/// </summary>
internal sealed class HashBacklog(IOptions<HashingOptions> options)
{
    // The last few dozen hashes decide: soon enough when the machine gets busy with something else, and one slow hash is no trend.
    private const double Weight = 1 / 16.0;

    private readonly HashingOptions _options = options.Value;
    private readonly Lock _lock = new();
    private int _together = 1;
    private double _seconds;
    private int _waiting;
    private int _running;

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting;
        }
    }

    /// <summary>How long hashing takes on this machine at present, one password or several at once; in seconds.</summary>
    public double Seconds
    {
        get
        {
            lock (_lock)
                return _seconds;
        }
    }

    /// <summary>How long something may wait for its turn, so that it is hashed within a time too.</summary>
    /// <param name="whole">The time for both. A quarter of it is for the wait, however slow hashes are.</param>
    public TimeSpan WaitWithin(TimeSpan whole)
    {
        lock (_lock)
            return Max(whole - TimeSpan.FromSeconds(_seconds), whole / 4);

        static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }

    /// <summary>Lets one more in to wait, if there is room.</summary>
    /// <param name="sentAway">How often this caller was sent away before. Newcomers find half of the room closed to them, and each time
    /// somebody is sent away half of what was closed opens: who has waited longest is let in first.</param>
    public bool TryEnter(int sentAway)
    {
        var share = 1 - Math.Pow(2, -(sentAway + 1));
        lock (_lock)
        {
            var ahead = _waiting + _running;
            if (ahead >= _options.Threads && !(HasPlace(share) && IsInTime(ahead + 1, share)))
                return false;
            _waiting++;
            return true;
        }
    }

    /// <summary>One waits no longer: it was given up.</summary>
    public void Leave()
    {
        lock (_lock)
            _waiting--;
    }

    /// <summary>One waits no longer: it is being hashed.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _waiting--;
            _running++;
        }
    }

    /// <summary>A thread is free again.</summary>
    /// <param name="hashes">How many it hashed, at once.</param>
    /// <param name="took">How long that took.</param>
    public void End(int hashes, TimeSpan took)
    {
        lock (_lock)
        {
            _running -= hashes;
            Learn(took);
        }
    }

    /// <summary>Says what a thread can do.</summary>
    /// <param name="together">How many it hashes at once.</param>
    /// <param name="took">How long that took the first time; about as long as one alone.</param>
    public void Expect(int together, TimeSpan took)
    {
        lock (_lock)
        {
            _together = together;
            Learn(took);
        }
    }

    private bool HasPlace(double share) => _waiting < Math.Ceiling(_options.MaxWaiting * share);

    private void Learn(TimeSpan took) => _seconds += (took.TotalSeconds - _seconds) * (_seconds == 0 ? 1 : Weight);

    private bool IsInTime(int hashes, double share) =>
        hashes * _seconds / (_options.Threads * _together) <= _options.LongestWait.TotalSeconds * share;
}
