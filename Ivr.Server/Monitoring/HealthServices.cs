using Ivr.Server.Configuration;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Monitoring;

/// <summary>The health checks for proxies and operators.</summary>
internal static class HealthServices
{
    // Twilio waits 15 seconds for a response, so a running webhook can finish within this time.
    private static readonly TimeSpan LongestWebhook = TimeSpan.FromSeconds(20);

    private const string Serving = "serving";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddChecked<ShutdownOptions>(ShutdownOptions.Section);
        services.AddHostedService<Draining>();
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>>(
            (host, shutdown) => host.ShutdownTimeout = shutdown.Value.Drain + LongestWebhook);
        services.AddHealthChecks()
            .AddCheck<Draining>("leaving", tags: [Serving])
            .AddCheck<KeyRingHealthCheck>("keys", tags: [Serving])
            .AddCheck<DatabaseReady>("postgresql")
            .AddCheck<ReferencesLeft>("references");
        services.AddSingleton<ReferencesLeft>();
        services.AddHostedService(provider => provider.GetRequiredService<ReferencesLeft>());
    }

    /// <summary>
    /// <c>/health/live</c>: the process answers. <c>/health/serving</c>: calls can be sent here, with or without PostgreSQL.
    /// <c>/health/ready</c>: calls can be recorded here.
    /// </summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapShared("/health/serving", Answering(check => check.Tags.Contains(Serving)));
        app.MapShared("/health/ready", Answering(_ => true));
    }

    // As MapHealthChecks does, with checks that all requests share.
    private static void MapShared(this WebApplication app, string path, HealthCheckOptions options)
    {
        IApplicationBuilder pipeline = ((IEndpointRouteBuilder)app).CreateApplicationBuilder();
        pipeline.UseMiddleware<HealthCheckMiddleware>(Options.Create(options), ActivatorUtilities.CreateInstance<SharedHealthChecks>(app.Services));
        app.Map(path, pipeline.Build()).WithDisplayName("Health checks");
    }

    // Degraded also returns 503, so that calls go to another node.
    private static HealthCheckOptions Answering(Func<HealthCheckRegistration, bool> which) => new()
    {
        Predicate = which,
        ResultStatusCodes =
        {
            [HealthStatus.Healthy] = StatusCodes.Status200OK,
            [HealthStatus.Degraded] = StatusCodes.Status503ServiceUnavailable,
            [HealthStatus.Unhealthy] = StatusCodes.Status503ServiceUnavailable,
        },
        ResponseWriter = WriteAsync,
    };

    // A check that passes can have a warning. It is no reason to send calls elsewhere, so only the body has it.
    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var warnings = report.Entries.Values.Where(entry => entry.Status == HealthStatus.Healthy).Select(entry => entry.Description).OfType<string>();
        return context.Response.WriteAsync(string.Join('\n', warnings.Prepend($"{report.Status}")), context.RequestAborted);
    }
}
