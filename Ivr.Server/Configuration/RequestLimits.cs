using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>
/// Limits of connections. A webhook is a form of about 1 kB, with add-ons up to some 20 kB, that arrives in one piece. A client that sends
/// much more, sends slowly, or opens connections without sending anything is not a telephone call.
/// </summary>
internal static class RequestLimits
{
    private const long MaxBodyBytes = 64 * 1024;
    private const double LeastBytesPerSecond = 1024;

    // Twice the calls of the worst minute in the country, and well below the number of files that a process may have open, including those
    // for PostgreSQL.
    private const long MaxConnections = 10_000;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);

    public static void Apply(KestrelServerOptions kestrel, IOptions<ConnectionOptions> connections)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MinRequestBodyDataRate = new(LeastBytesPerSecond, Grace);
        kestrel.Limits.MinResponseDataRate = new(LeastBytesPerSecond, Grace);
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = connections.Value.IdleTimeout;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
    }
}
