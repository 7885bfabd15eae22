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
/// Sends traces and metrics to a collector. Where it is, and whatever else the standard names of OpenTelemetry say, is read from wherever
/// the rest of the configuration comes from.
/// </summary>
internal static class OtlpExport
{
    /// <summary>The configuration key that says where the collector is.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private const string NameKey = "OTEL_SERVICE_NAME";
    private const string DefaultName = "service-voucher-ivr";
    private const string Health = "/health";
    private const string ErrorType = "error.type";

    /// <summary>Adds it.</summary>
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

    // Exceptions are not recorded: their messages may quote what must not leave the server.
    private static void TellOfRequests(AspNetCoreTraceInstrumentationOptions requests)
    {
        requests.RecordException = false;
        // What a load balancer asks every second is not told of. Spans that begin within one that is not recorded are not either, so that
        // nor is what the database is asked for it.
        requests.Filter = http => !http.Request.Path.StartsWithSegments(Health, StringComparison.Ordinal);
        // The conventions want it of every fault; the instrumentation tells it of exceptions alone.
        requests.EnrichWithHttpResponse = (span, response) =>
        {
            if (response.StatusCode >= StatusCodes.Status500InternalServerError && span.GetTagItem(ErrorType) is null)
                span.SetTag(ErrorType, response.StatusCode.ToString(CultureInfo.InvariantCulture));
        };
    }
}
