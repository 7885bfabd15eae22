using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Secured.Live;

/// <summary>The secured area: configuration section <c>Secured</c>.</summary>
internal sealed class SecuredOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Secured";

    /// <summary>How often a live page hears that all is well, and its session is looked at. Proxies cut connections that say nothing.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Secured:Heartbeat must be between 00:00:00.1 and 00:01:00.")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
