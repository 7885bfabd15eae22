using Ivr.Server.Configuration;
using Ivr.Server.Logins;
using Ivr.Server.Mobiles;
using Ivr.Server.Prestations;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Voice.State;
using Ivr.Server.Voice.Twiml;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Twilio.AspNet.Core;

namespace Ivr.Server.Voice;

internal static class VoiceServices
{
    /// <summary>Registers the phone lines and everything that answers calls on them.</summary>
    public static IServiceCollection AddVoice(this IServiceCollection services)
    {
        services.AddChecked<TwilioSettings>(TwilioSettings.Section);
        services.AddSingleton<IValidateOptions<TwilioSettings>>(
            provider => new EncryptedApi(provider.GetRequiredService<IHostEnvironment>().EnvironmentName));
        services.AddChecked<LookUpOptions>(LookUpOptions.Section);
        services.AddLogins();
        services.AddTwilioRequestValidation();
        // The package reads its options from a snapshot, which is rebuilt from the configuration for each request. The configuration never
        // changes here, so one cached instance is enough.
        services.AddSingleton<IOptionsSnapshot<TwilioRequestValidationOptions>, OptionsManager<TwilioRequestValidationOptions>>();
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<Lines>();
        services.AddSingleton<Voices>();
        services.AddSingleton<HelpDesk>();
        services.AddSingleton<CallSeal>();
        services.AddSingleton<CallTwiml>();
        services.AddSingleton<CallDirector>();
        services.AddSingleton<RefusedSignatures>();
        services.AddSingleton<VoiceEndpoints>();

        services.AddSingleton<MobileMark>();
        services.AddSingleton<MobileDesk>();
        services.AddSingleton<KeyedNumberHash>();
        services.AddSingleton<ClientDirectory>();
        services.AddSingleton<ShortNumbers>();
        services.AddSingleton<PrestationStore>();
        services.AddSingleton<PrestationUndo>();
        services.AddSingleton<EntriesOfToday>();
        services.AddSingleton<PrestationNotices>();
        services.AddHostedService(provider => provider.GetRequiredService<PrestationNotices>());
        return services;
    }
}
