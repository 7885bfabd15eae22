using System.Diagnostics.Metrics;
using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins;

/// <summary>
/// Warns the operator of password guessing that no lock on a single login detects: many failures over many calls, logins and callers. It
/// logs the begin and the end, and locks no login.
/// </summary>
internal sealed class LoginAlarm : IDisposable
{
    private static readonly EventId Raised = new(1001, "LoginFailuresHigh");
    private static readonly EventId Over = new(1002, "LoginFailuresOver");

    private readonly LoginAlarmOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger<LoginAlarm> _log;
    private readonly Counter<long> _failures;
    private readonly ITimer _look;
    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _recent = new();
    private bool _isRaised;

    public LoginAlarm(IOptions<LoginAlarmOptions> options, IMeterFactory meters, TimeProvider clock, ILogger<LoginAlarm> log)
    {
        (_options, _clock, _log) = (options.Value, clock, log);
        var meter = meters.CreateServerMeter();
        _failures = meter.CreateCounter<long>("ivr.logins.failed", "{login}", "Pairs of login and password that were refused.");
        meter.CreateObservableGauge(
            "ivr.logins.alarm", () => Look() ? 1 : 0, description: "1 while more logins fail than are thought to be slips.");
        // The alarm must also end when no call comes any more.
        var nowAndThen = _options.Window / 10;
        _look = clock.CreateTimer(_ => Look(), state: null, nowAndThen, nowAndThen);
    }

    /// <summary>Counts a refused pair of login and password.</summary>
    public void Count()
    {
        _failures.Add(1);
        lock (_lock)
        {
            // The alarm needs no more timestamps than its threshold.
            if (_recent.Count == _options.Failures)
                _recent.Dequeue();
            _recent.Enqueue(_clock.GetUtcNow());
        }

        Look();
    }

    /// <summary>Updates the alarm and returns whether it is raised.</summary>
    public bool Look()
    {
        lock (_lock)
        {
            while (_recent.TryPeek(out var oldest) && oldest + _options.Window <= _clock.GetUtcNow())
                _recent.Dequeue();
            if (!_isRaised && _recent.Count >= _options.Failures)
                Raise();
            // Ends only well under the threshold, so that the alarm does not toggle.
            else if (_isRaised && _recent.Count <= _options.Failures / 2)
                Lower();
            return _isRaised;
        }
    }

    public void Dispose() => _look.Dispose();

    private void Raise()
    {
        _isRaised = true;
        _log.LogWarning(
            Raised, "{Failures} logins or more failed within {Window}: somebody may be guessing passwords", _options.Failures, _options.Window);
    }

    private void Lower()
    {
        _isRaised = false;
        _log.LogWarning(Over, "Failed logins are down again: {Failures} or fewer within {Window}", _options.Failures / 2, _options.Window);
    }
}
