using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Monitoring;

/// <summary>How a server stops: configuration section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    public const string Section = "Shutdown";

    /// <summary>
    /// How long a stopping server still takes calls while it reports that it is leaving. The proxy must notice within this time.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Shutdown:Drain must be between 00:00:00 and 00:05:00.")]
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;
}
