namespace Ivr.Caller.Commands.Common;

/// <summary>Finds the connection string for reading prestation_feed. It is never written anywhere.</summary>
internal static class FeedDatabase
{
    public const string Variable = "IVR_DATABASE";
    public const string DefaultFile = ".data/connection-string";

    /// <summary>
    /// Returns the named connection string, else the one in the environment, else the one in the file that a development server writes, if
    /// the server is on this machine. Null when there is none.
    /// </summary>
    public static async Task<string?> FindAsync(string? named, Uri? server, Terminal terminal, CancellationToken cancellationToken)
    {
        if ((named ?? terminal.Variable(Variable)) is { Length: > 0 } connectionString) return connectionString;
        var path = Path.Combine(terminal.Directory, DefaultFile);
        return server?.IsLoopback == true && File.Exists(path) ? (await File.ReadAllTextAsync(path, cancellationToken)).Trim() : null;
    }
}
