using Microsoft.Extensions.Hosting.Systemd;

namespace Ivr.Server.Commands;

/// <summary>
/// Notifies systemd when the server is ready for calls and when it begins to stop, as a unit with <c>Type=notify</c> expects.
/// </summary>
internal static class ServiceManager
{
    private const string SocketKey = "NOTIFY_SOCKET";

    /// <summary>Registers the notifier when systemd passed a notify socket.</summary>
    /// <remarks>
    /// This does not use <c>AddSystemd</c>. Before .NET 11, <c>AddSystemd</c> checks in /proc whether the parent process is systemd; the
    /// unit hides that (ProtectProc), so <c>AddSystemd</c> does nothing. It would also replace the configured console log format.
    /// </remarks>
    public static void Add(IServiceCollection services)
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(SocketKey)))
            return;
        services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        services.AddSingleton<IHostLifetime, SystemdLifetime>();
    }
}
