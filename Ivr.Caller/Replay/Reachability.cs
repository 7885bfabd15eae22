using System.Net.Sockets;
using Ivr.Caller.Scripts.Running;
using Npgsql;

namespace Ivr.Caller.Replay;

/// <summary>Checks that the server and the database are reachable before anything is imported or dialled.</summary>
internal static class Reachability
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Opens a connection to the server, and closes it again.</summary>
    /// <exception cref="UnreachableException">No program listens there.</exception>
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

    /// <summary>Runs a query on the view that returns no rows. The view must exist.</summary>
    /// <exception cref="UnreachableException">The view cannot be read.</exception>
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

/// <summary>The server or the database is not reachable. The message is for the user.</summary>
internal sealed class UnreachableException(string message) : Exception(message);
