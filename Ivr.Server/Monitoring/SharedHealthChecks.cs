using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ivr.Server.Monitoring;

/// <summary>
/// The checks of one address, which anyone can request. They run once at a time, and their report is kept for two seconds: any number of
/// requests costs one run, and writes one log line.
/// </summary>
internal sealed class SharedHealthChecks : HealthCheckService
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(2);

    private readonly HealthCheckService _checks;
    private readonly Lock _lock = new();
    private Task<HealthReport>? _report;
    private long _endedAt;

    public SharedHealthChecks(HealthCheckService checks, IHostApplicationLifetime lifetime)
    {
        _checks = checks;
        // A proxy must learn at once that the server is leaving.
        lifetime.ApplicationStopping.Register(Forget);
    }

    public override Task<HealthReport> CheckHealthAsync(
        Func<HealthCheckRegistration, bool>? predicate, CancellationToken cancellationToken = default)
    {
        lock (_lock)
        {
            if (_report is not { IsCompleted: var isOver } || (isOver && Stopwatch.GetElapsedTime(_endedAt) >= Kept))
                _report = RunAsync(predicate);
            return _report.WaitAsync(cancellationToken);
        }
    }

    // Not cancelled with the request that started it, because others wait for it too.
    private async Task<HealthReport> RunAsync(Func<HealthCheckRegistration, bool>? predicate)
    {
        try
        {
            return await _checks.CheckHealthAsync(predicate, CancellationToken.None);
        }
        finally
        {
            _endedAt = Stopwatch.GetTimestamp();
        }
    }

    private void Forget()
    {
        lock (_lock)
            _report = null;
    }
}
