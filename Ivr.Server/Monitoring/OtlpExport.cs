using System.Globalization;
using System.Reflection;
using Ivr.Server.Configuration;
using Npgsql;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Ivr.Server.Monitoring;

/// <summary>
/// Sends traces and metrics to a collector. The standard settings of OpenTelemetry, such as the collector's URL, are read from the server's
/// configuration.
/// </summary>
internal static class OtlpExport
{
    /// <summary>Configuration key of the collector's URL.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string NameKey = "OTEL_SERVICE_NAME";
    private const string DefaultName = "service-voucher-ivr";
    private const string Health = "/health";
    private const string ErrorType = "error.type";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<LastExport>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, configuration))
            .WithTracing(traces => traces
                .AddAspNetCoreInstrumentation(TellOfRequests)
                .AddNpgsql()
                .AddProcessor(new CleanSpans())
                .AddOtlpExporter())
            .WithMetrics(metrics => metrics
                .AddMeter(ServerMeter.Name, "Ivr.Emergency")
                .AddAspNetCoreInstrumentation()
                .AddNpgsqlInstrumentation()
                .AddRuntimeInstrumentation()
                .AddOtlpExporter());
    }

    private static void Describe(ResourceBuilder resource, IConfiguration configuration) => resource.AddService(
        configuration[NameKey] ?? DefaultName,
        serviceVersion: typeof(OtlpExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion,
        serviceInstanceId: (configuration.GetSection(NodeOptions.Section).Get<NodeOptions>() ?? new()).Name);

    // Exceptions are not recorded: their messages may quote data that must not leave the server.
    private static void TellOfRequests(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.RecordException = false;
        // Requests of a load balancer, one every second, are not recorded. Spans inside an unrecorded span are not recorded either, so the
        // database queries of health checks are not exported.
        requests.Filter = http => !http.Request.Path.StartsWithSegments(Health, StringComparison.Ordinal);
        // The semantic conventions require this tag for every server error. The instrumentation sets it for exceptions only.
        requests.EnrichWithHttpResponse = (span, response) =>
        {
            if (response.StatusCode >= StatusCodes.Status500InternalServerError && span.GetTagItem(ErrorType) is null)
                span.SetTag(ErrorType, response.StatusCode.ToString(CultureInfo.InvariantCulture));
        };
    }
}
