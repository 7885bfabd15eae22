using Ivr.Server.Configuration;
using Ivr.Server.Emergency.Journals;
using Ivr.Server.Emergency.Loading;

namespace Ivr.Server.Emergency;

internal static class EmergencyServices
{
    /// <summary>Registers the journal and its loader.</summary>
    public static IServiceCollection AddEmergency(this IServiceCollection services)
    {
        services.AddChecked<EmergencyOptions>(EmergencyOptions.Section);
        services.AddOptions<EmergencyOptions>().PostConfigure<IHostEnvironment>((options, environment) =>
        {
            if (string.IsNullOrEmpty(options.JournalFolder) && environment.IsDevelopment())
                options.JournalFolder = Path.Combine(".data", "emergency");
        });
        services.AddMetrics();
        services.AddSingleton<EmergencyMeter>();
        services.AddSingleton<JournalFolder>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Incidents>();
        services.AddSingleton<EmergencyDesk>();
        services.AddSingleton<LockedLogins>();
        services.AddSingleton<NodeNumbers>();
        services.AddSingleton<JournalLoader>();
        services.AddHostedService<EmergencyWatch>();
        return services;
    }
}
