using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Monitoring;

/// <summary>How a server leaves: configuration section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Shutdown";

    /// <summary>How long a server that was told to stop still takes calls, while it says that it is leaving: so long may its proxy take to notice.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ErrorMessage = "Shutdown:Drain must be between 00:00:00 and 00:05:00.")]
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;
}
