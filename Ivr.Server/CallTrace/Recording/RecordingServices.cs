using Ivr.Server.Configuration;
using Microsoft.Extensions.Options;

namespace Ivr.Server.CallTrace.Recording;

/// <summary>Registers the recording of calls. Nothing is recorded unless a folder is configured.</summary>
internal static class RecordingServices
{
    public static IServiceCollection AddRecording(this IServiceCollection services)
    {
        services.AddChecked<RecordingOptions>(RecordingOptions.Section);
        services.AddSingleton<Pseudonyms>();
        services.AddSingleton<StepRecorder>();
        services.AddSingleton<PendingSteps>();
        services.AddSingleton<CallFolder>();
        services.AddHostedService<Recorder>();
        return services;
    }

    /// <summary>Records the webhooks of these routes, when a folder is configured.</summary>
    public static void MapRecording(this RouteGroupBuilder voice, IServiceProvider services)
    {
        if (services.GetRequiredService<IOptions<RecordingOptions>>().Value.IsOn)
            voice.AddEndpointFilter<RecordingFilter>();
    }
}
