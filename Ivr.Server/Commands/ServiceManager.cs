using Microsoft.Extensions.Hosting.Systemd;

namespace Ivr.Server.Commands;

/// <summary>Tells systemd when the server takes calls and when it begins to leave, as a unit of the type notify wants it.</summary>
internal static class ServiceManager
{
    private const string SocketKey = "NOTIFY_SOCKET";

    /// <summary>Adds it where somebody listens.</summary>
    /// <remarks>
    /// Not with <c>AddSystemd</c>: until .NET 11 it looks in /proc whether the parent is systemd, which the unit hides (ProtectProc), and
    /// then does nothing. It would also put a console format of its own in the place of the configured one.
    /// </remarks>
    public static void Add(IServiceCollection services)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SocketKey)))
            return;
        services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        services.AddSingleton<IHostLifetime, SystemdLifetime>();
    }
}
