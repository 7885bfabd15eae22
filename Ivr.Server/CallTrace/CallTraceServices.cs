using Ivr.Server.Configuration;

namespace Ivr.Server.CallTrace;

/// <summary>What the trace of calls needs.</summary>
internal static class CallTraceServices
{
    /// <summary>Adds it.</summary>
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

    /// <summary>Has the webhooks of these routes traced.</summary>
    /// <returns>The same routes.</returns>
    public static RouteGroupBuilder MapCallTrace(this RouteGroupBuilder voice) => voice.AddEndpointFilter<CallTraceFilter>();
}
