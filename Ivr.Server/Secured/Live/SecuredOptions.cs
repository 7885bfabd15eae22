using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Secured.Live;

/// <summary>The secured area: configuration section <c>Secured</c>.</summary>
internal sealed class SecuredOptions
{
    public const string Section = "Secured";

    /// <summary>How often a live page gets a heartbeat and its session is checked. Proxies close connections without traffic.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00", ErrorMessage = "Secured:Heartbeat must be between 00:00:00.1 and 00:01:00.")]
    public TimeSpan Heartbeat { get; init; } = TimeSpan.FromSeconds(15);
}
