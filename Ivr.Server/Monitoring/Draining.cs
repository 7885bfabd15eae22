using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>
/// A server that is told to stop says first that it is leaving, goes on taking calls until that has been noticed, and stops then: the next
/// webhook of each call goes to another node, and the call does not notice.
/// </summary>
internal sealed class Draining(IOptions<ShutdownOptions> options, IHostApplicationLifetime lifetime) : IHostedLifecycleService, IHealthCheck
{
    /// <inheritdoc/>
    /// <remarks>Told of as a warning: nothing is wrong with a server that is replaced.</remarks>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
            ? HealthCheckResult.Degraded("The server is leaving.")
            : HealthCheckResult.Healthy());

    /// <summary>Everything else stops after this.</summary>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(options.Value.Drain, cancellationToken);

    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
