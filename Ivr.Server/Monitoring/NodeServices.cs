using Ivr.Server.Configuration;

namespace Ivr.Server.Monitoring;

/// <summary>Registers the services that report the state of this node.</summary>
internal static class NodeServices
{
    public static IServiceCollection AddNode(this IServiceCollection services)
    {
        services.AddChecked<NodeOptions>(NodeOptions.Section);
        services.AddSingleton<NodeTable>();
        services.AddSingleton<NodeReports>();
        services.AddHostedService<NodeReporter>();
        return services;
    }
}
