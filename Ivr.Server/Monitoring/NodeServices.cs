using Ivr.Server.Configuration;

namespace Ivr.Server.Monitoring;

/// <summary>What a server needs to tell others of itself.</summary>
internal static class NodeServices
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddNode(this IServiceCollection services)
    {
        services.AddChecked<NodeOptions>(NodeOptions.Section);
        services.AddSingleton<NodeTable>();
        services.AddSingleton<NodeReports>();
        services.AddHostedService<NodeReporter>();
        return services;
    }
}
