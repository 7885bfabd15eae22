using System.Net;
using System.Net.Sockets;

namespace Ivr.Caller.Load;

/// <summary>
/// Keeps load on this machine. No connection goes to another machine, whatever address a host name has and whatever URL a response requests
/// next.
/// </summary>
internal static class LoopbackOnly
{
    /// <summary>Whether the host name of a URL is this machine's.</summary>
    public static bool Allows(Uri url) => url.IsLoopback;

    /// <summary>Opens a connection to this machine only.</summary>
    /// <exception cref="HttpRequestException">The connection would go to another machine.</exception>
    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
        if (!Array.TrueForAll(addresses, IPAddress.IsLoopback))
            throw new HttpRequestException(HttpRequestError.ConnectionError, "load stays on this machine");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
