namespace Ivr.Server.Telemetry;

/// <summary>What telemetry needs.</summary>
public static class TelemetryServices
{
    // ASP.NET Core names what it knows of a request as it begins by the semantic conventions only if it is told to.
    private const string NamelessSpans = "Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData";

    /// <summary>Adds it.</summary>
    public static IServiceCollection AddTelemetry(this IServiceCollection services)
    {
        AppContext.SetSwitch(NamelessSpans, isEnabled: false);
        services.AddSingleton<WebhookMeter>();
        services.AddHostedService<OtlpExport>();
        return services;
    }

    /// <summary>Has the spans of requests say what became of them; before all else that handles requests.</summary>
    public static void UseTelemetry(this WebApplication app) => app.UseMiddleware<RequestSpan>();

    /// <summary>Has the webhooks of these routes told of.</summary>
    /// <returns>The same routes.</returns>
    public static RouteGroupBuilder MapTelemetry(this RouteGroupBuilder voice) => voice.AddEndpointFilter<WebhookFilter>();
}
