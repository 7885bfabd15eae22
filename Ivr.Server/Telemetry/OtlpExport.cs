using System.Reflection;
using Ivr.Server.Metering;
using Ivr.Server.Nodes;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ivr.Server.Telemetry;

/// <summary>
/// Sends traces and metrics to a collector, once <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where it is. That and the other standard names
/// of OpenTelemetry are read from wherever the rest of the configuration comes from.
/// </summary>
public sealed class OtlpExport(IConfiguration configuration, IOptions<NodeOptions> node) : IHostedService, IDisposable
{
    /// <summary>The configuration key; nothing is sent without it.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string DefaultName = "service-voucher-ivr";

    // ASP.NET Core and Npgsql name theirs after the semantic conventions.
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql"];

    private static readonly string[] Meters =
    [
        ServerMeter.Name, "Ivr.Emergency", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime",
    ];

    // A collector that is away holds nobody up for long.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private TracerProvider? _traces;
    private MeterProvider? _metrics;

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(configuration[EndpointKey]))
            return Task.CompletedTask;
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddSource(Sources)
            .AddProcessor(new CleanSpans())
            .AddOtlpExporter()
            .Build();
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(services => services.AddSingleton(configuration))
            .ConfigureResource(Describe)
            .AddMeter(Meters)
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <summary>Sends what still waits.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(
        Task.Run(() => _traces?.Shutdown((int)Patience.TotalMilliseconds), CancellationToken.None),
        Task.Run(() => _metrics?.Shutdown((int)Patience.TotalMilliseconds), CancellationToken.None));

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces?.Dispose();
        _metrics?.Dispose();
    }

    private void Describe(ResourceBuilder resource) => resource.AddService(
        configuration["OTEL_SERVICE_NAME"] ?? DefaultName,
        serviceVersion: typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        serviceInstanceId: node.Value.Name);
}
