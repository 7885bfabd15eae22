using Ivr.Server.Configuration;
using Ivr.Server.Logins.Hashing;

namespace Ivr.Server.Logins;

/// <summary>What it takes to check login and password.</summary>
internal static class LoginServices
{
    /// <summary>Adds it.</summary>
    public static void AddLogins(this IServiceCollection services)
    {
        services.AddChecked<PasswordOptions>(PasswordOptions.Section);
        services.AddChecked<HashingOptions>(HashingOptions.Section);
        services.AddChecked<LoginAlarmOptions>(LoginAlarmOptions.Section);

        services.AddSingleton<PasswordHash>();
        services.AddSingleton<HashRoom>();
        services.AddSingleton<HashMeter>();
        services.AddSingleton<PasswordChecker>();
        services.AddSingleton<LoginGate>();
        services.AddSingleton<LoginAlarm>();
        services.AddSingleton<LoginDesk>();
    }
}
