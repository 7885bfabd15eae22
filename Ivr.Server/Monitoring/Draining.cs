using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Drains the server. After the signal to stop, the server reports that it is leaving, still takes calls until its proxy has noticed, and
/// then stops. The next webhook of each call goes to another node, and the caller does not notice.
/// </summary>
internal sealed class Draining(IOptions<ShutdownOptions> options, IHostApplicationLifetime lifetime) : IHostedLifecycleService, IHealthCheck
{
    /// <summary>Degraded, not unhealthy, while the server stops: a server that is replaced has no fault.</summary>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Degraded("The server is leaving.")
            : HealthCheckResult.Healthy());

    /// <summary>Waits for the drain time. All other services stop after this.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(options.Value.Drain, cancellationToken);

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
