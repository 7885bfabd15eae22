using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Sends what still waits as the server stops, for at most 2 s. Left to themselves, the providers would each wait for 5 s, one after the
/// other, for a collector that does not answer.
/// </summary>
internal sealed class LastExport(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    private const int PatienceMilliseconds = 2_000;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => traces.Shutdown(PatienceMilliseconds), CancellationToken.None),
        Task.Run(() => metrics.Shutdown(PatienceMilliseconds), CancellationToken.None));
}
