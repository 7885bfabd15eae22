using Ivr.Server.Configuration;

namespace Ivr.Server.CallTrace;

/// <summary>Registers the trace of calls.</summary>
internal static class CallTraceServices
{
    public static IServiceCollection AddCallTrace(this IServiceCollection services)
    {
        services.AddChecked<TraceOptions>(TraceOptions.Section);
        services.AddSingleton<TraceMeter>();
        services.AddSingleton<CallTable>();
        services.AddSingleton<CallEvents>();
        services.AddSingleton<PendingEvents>();
        services.AddHostedService<CallTraceWriter>();
        return services;
    }

    /// <summary>Traces the webhooks of these routes.</summary>
    public static RouteGroupBuilder MapCallTrace(this RouteGroupBuilder voice) => voice.AddEndpointFilter<CallTraceFilter>();
}
