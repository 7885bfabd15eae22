
namespace Ivr.Server.Monitoring;

/// <summary>Registers telemetry.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds telemetry. Without a configured collector, nothing listens, collects or exports.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WebhookMeter>();
        if (!string.IsNullOrEmpty(configuration[OtlpExport.EndpointKey]))
            OtlpExport.Add(services, configuration);
        return services;
    }

    /// <summary>Logs and measures the webhooks of these routes.</summary>
    public static RouteGroupBuilder MapTelemetry(this RouteGroupBuilder voice) => voice.AddEndpointFilter<WebhookFilter>();
}
