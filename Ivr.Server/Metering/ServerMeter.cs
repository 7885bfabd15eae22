using System.Diagnostics.Metrics;

namespace Ivr.Server.Metering;

/// <summary>The meter under which all figures of this server are found: <c>dotnet-counters monitor --counters Ivr.Server</c>.</summary>
internal static class ServerMeter
{
    /// <summary>Its name.</summary>
    public const string Name = "Ivr.Server";

    /// <summary>The meter; the factory keeps one for all who ask.</summary>
    public static Meter CreateServerMeter(this IMeterFactory meters) => meters.Create(Name);
}
