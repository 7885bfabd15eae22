using Ivr.Server.Configuration;
using Ivr.Server.Logins.Hashing;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins;

internal static class LoginServices
{
    /// <summary>Registers the check of login and password.</summary>
    public static void AddLogins(this IServiceCollection services)
    {
        services.AddChecked<PasswordOptions>(PasswordOptions.Section);
        services.AddSingleton<IValidateOptions<PasswordOptions>>(
            provider => new MinimumIterations(provider.GetRequiredService<IHostEnvironment>().EnvironmentName));
        services.AddChecked<HashingOptions>(HashingOptions.Section);
        services.AddChecked<LoginAlarmOptions>(LoginAlarmOptions.Section);

        services.AddSingleton<PasswordHash>();
        services.AddHostedService<StoredIterations>();
        services.AddSingleton<HashBacklog>();
        services.AddSingleton<HashMeter>();
        services.AddSingleton<PasswordChecker>();
        services.AddSingleton<LoginGate>();
        services.AddSingleton<LoginAlarm>();
        services.AddSingleton<LoginDesk>();
    }
}
