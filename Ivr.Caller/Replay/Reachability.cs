using System.Net.Sockets;
using Ivr.Caller.Scripts.Running;
using Npgsql;

namespace Ivr.Caller.Replay;

/// <summary>Looks whether the others are there before anything is imported or dialled.</summary>
internal static class Reachability
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Opens a connection to the server, and closes it again.</summary>
    /// <exception cref="UnreachableException">Nobody listens there.</exception>
    public static async Task CheckAsync(Uri server, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = new TcpClient();
            await socket.ConnectAsync(server.IdnHost, server.Port, limit.Token);
        }
        catch (Exception failed) when (failed is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new UnreachableException($"Nobody listens at {server.GetLeftPart(UriPartial.Authority)}: is the server running there?");
        }
    }

    /// <summary>Reads nothing from the view, which must be there.</summary>
    /// <exception cref="UnreachableException">It cannot be read.</exception>
    public static async Task CheckAsync(PrestationFeed feed, CancellationToken cancellationToken)
    {
        try
        {
            await feed.OfCallsAsync([], cancellationToken);
        }
        catch (Exception failed) when (failed is NpgsqlException or SocketException or TimeoutException)
        {
            throw new UnreachableException($"The database with prestation_feed cannot be read: {failed.Message}");
        }
    }
}

/// <summary>Somebody who is needed is not there; the message is for the person who gave the command.</summary>
internal sealed class UnreachableException(string message) : Exception(message);
