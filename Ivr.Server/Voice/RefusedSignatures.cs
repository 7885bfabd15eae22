namespace Ivr.Server.Voice;

/// <summary>
/// Logs webhooks whose signature is wrong: the first one at once, and those that follow as one line a minute with their number. Anybody can
/// send such requests, as many as the network carries.
/// </summary>
internal sealed class RefusedSignatures : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ILogger<RefusedSignatures> _log;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private bool _isCounting;
    private long _more;

    public RefusedSignatures(TimeProvider clock, ILogger<RefusedSignatures> log)
    {
        _log = log;
        _timer = clock.CreateTimer(_ => EndWindow(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>
    /// Counts a refused webhook. A wrong token or public address makes every call fail, and Twilio shows its operator only a 403, so the
    /// line names <paramref name="address"/> and <paramref name="path"/>, which the signature should cover.
    /// </summary>
    public void Add(string address, PathString path)
    {
        lock (_lock)
        {
            if (_isCounting)
            {
                _more++;
                return;
            }

            BeginWindow();
        }

        _log.LogWarning("A webhook was refused: its signature does not fit {Address}{Path} and Twilio:AuthToken", address, path);
    }

    public void Dispose() => _timer.Dispose();

    private void BeginWindow()
    {
        (_isCounting, _more) = (true, 0);
        _timer.Change(Window, Timeout.InfiniteTimeSpan);
    }

    private void EndWindow()
    {
        long more;
        lock (_lock)
        {
            more = _more;
            if (more == 0)
            {
                _isCounting = false;
                return;
            }

            BeginWindow();
        }

        _log.LogWarning("{Refused} more webhooks were refused within {Window}: their signatures do not fit", more, Window);
    }
}
