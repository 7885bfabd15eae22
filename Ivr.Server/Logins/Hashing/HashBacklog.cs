using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins.Hashing;

/// <summary>
/// Counts the waiting passwords and measures how long a hash takes at present, to decide whether one more password can be hashed in time.
/// </summary>
internal sealed class HashBacklog(IOptions<HashingOptions> options)
{
    // An average over the last few dozen hashes. It reacts soon when the machine gets busy, but not to a single slow hash.
    private const double Weight = 1 / 16.0;

    private readonly HashingOptions _options = options.Value;
    private readonly Lock _lock = new();
    private int _together = 1;
    private double _seconds;
    private int _waiting;
    private int _running;

    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting;
        }
    }

    /// <summary>How long a hash takes on this machine at present, in seconds: of one password, or of several at once.</summary>
    public double Seconds
    {
        get
        {
            lock (_lock)
                return _seconds;
        }
    }

    /// <summary>
    /// Returns how long a password may wait in the queue so that wait and hash together take at most <paramref name="whole"/>. At least a
    /// quarter of it, however slow hashes are.
    /// </summary>
    public TimeSpan WaitWithin(TimeSpan whole)
    {
        lock (_lock)
            return Max(whole - TimeSpan.FromSeconds(_seconds), whole / 4);

        static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
    }

    /// <summary>
    /// Adds a password to the queue, if there is room. A new caller can use half of the room. Each time a caller is turned away, half of
    /// the remaining part opens for this caller, so callers who have waited longest get in first. <paramref name="sentAway"/> is how often
    /// this caller was turned away before.
    /// </summary>
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

    /// <summary>Removes a password from the queue that timed out or whose caller hung up.</summary>
    public void Leave()
    {
        lock (_lock)
            _waiting--;
    }

    /// <summary>Moves a password from the queue to the running hashes.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            _waiting--;
            _running++;
        }
    }

    /// <summary>Reports that a thread has finished a batch of <paramref name="hashes"/> passwords.</summary>
    public void End(int hashes, TimeSpan took)
    {
        lock (_lock)
        {
            _running -= hashes;
            Learn(took);
        }
    }

    /// <summary>
    /// Sets the batch size of a thread and the first estimate of the duration. A batch takes about as long as one password.
    /// </summary>
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
