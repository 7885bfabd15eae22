using System.ComponentModel.DataAnnotations;

namespace Ivr.Server.Configuration;

/// <summary>Connections from the proxy: configuration section <c>Connections</c>.</summary>
internal sealed class ConnectionOptions
{
    public const string Section = "Connections";

    /// <summary>
    /// How long a connection stays open without a request. It must be longer than the proxy keeps its idle connections (nginx and AWS 60
    /// seconds, Traefik 90): otherwise the proxy sends a webhook on a connection that the server closes at the same time, and it is lost.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00", ErrorMessage = "Connections:IdleTimeout must be between 00:00:01 and 01:00:00.")]
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(130);
}
