using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Ivr.Server.Configuration;

/// <summary>
/// What a connection may cost. A webhook is a form of about 1 kB that comes in one piece; who sends more, or slowly, or opens
/// connections and says nothing, is no telephone.
/// </summary>
internal static class RequestLimits
{
    private const long MaxBodyBytes = 16 * 1024;
    private const double LeastBytesPerSecond = 1024;

    // Twice the calls of a national worst minute, and well under the files that a process may have open, PostgreSQL's included.
    private const long MaxConnections = 10_000;

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan IdleTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Sets the limits.</summary>
    public static void Apply(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        kestrel.Limits.MinRequestBodyDataRate = new(LeastBytesPerSecond, Grace);
        kestrel.Limits.MinResponseDataRate = new(LeastBytesPerSecond, Grace);
        kestrel.Limits.RequestHeadersTimeout = HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = IdleTimeout;
        kestrel.Limits.MaxConcurrentConnections = MaxConnections;
    }
}
