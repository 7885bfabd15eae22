namespace Ivr.Caller.Commands.Common;

/// <summary>Where the connection string comes from that prestation_feed is read with. It is never written anywhere.</summary>
internal static class FeedDatabase
{
    public const string Variable = "IVR_DATABASE";
    public const string DefaultFile = ".data/connection-string";

    /// <summary>
    /// The one that was named, else the environment's, else that which a server in development leaves, if the server is on this machine;
    /// null when there is none.
    /// </summary>
    public static async Task<string?> FindAsync(string? named, Uri? server, Terminal terminal, CancellationToken cancellationToken)
    {
        if ((named ?? terminal.Variable(Variable)) is { Length: > 0 } connectionString) return connectionString;
        var path = Path.Combine(terminal.Directory, DefaultFile);
        return server?.IsLoopback == true && File.Exists(path) ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim() : null;
    }
}
