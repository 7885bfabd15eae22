
namespace Ivr.Server.Monitoring;

/// <summary>What telemetry needs.</summary>
internal static class TelemetryServices
{
    /// <summary>Adds it. Unless the configuration says where a collector is, there is nothing that listens, gathers or sends.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<WebhookMeter>();
        if (!string.IsNullOrEmpty(configuration[OtlpExport.EndpointKey]))
            OtlpExport.Add(services, configuration);
        return services;
    }

    /// <summary>Has the webhooks of these routes told of.</summary>
    /// <returns>The same routes.</returns>
    public static RouteGroupBuilder MapTelemetry(this RouteGroupBuilder voice) => voice.AddEndpointFilter<WebhookFilter>();
}
