using System.Net;
using System.Net.Sockets;

namespace Ivr.Caller.Load;

/// <summary>
/// Keeps load on this machine: no connection goes anywhere else, whatever a name stands for and whatever an answer asks for next.
/// </summary>
internal static class LoopbackOnly
{
    /// <summary>Whether a URL is of this machine, by its name.</summary>
    public static bool Allows(Uri url) => url.IsLoopback;

    /// <summary>Opens a connection, to this machine alone.</summary>
    /// <exception cref="HttpRequestException">It is to another one.</exception>
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
