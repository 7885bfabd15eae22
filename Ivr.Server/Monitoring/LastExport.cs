using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Exports pending telemetry when the server stops, for at most 2 s. Without this, the providers would wait one after the other, 5 s each,
/// for a collector that does not answer.
/// </summary>
internal sealed class LastExport(TracerProvider traces, MeterProvider metrics) : IHostedService
{
    private const int PatienceMilliseconds = 2_000;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => traces.Shutdown(PatienceMilliseconds), CancellationToken.None),
        Task.Run(() => metrics.Shutdown(PatienceMilliseconds), CancellationToken.None));
}
