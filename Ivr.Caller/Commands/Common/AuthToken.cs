namespace Ivr.Caller.Commands.Common;

/// <summary>Where the auth token comes from. It is never written anywhere.</summary>
internal static class AuthToken
{
    public const string Variable = "TWILIO_AUTH_TOKEN";
    public const string DefaultFile = ".data/auth-token";

    /// <summary>The file that was named, else the environment, else the file that a server in development leaves.</summary>
    /// <exception cref="UsageException">Nothing of the kind is there.</exception>
    public static async Task<string> FindAsync(string? file, Terminal terminal, CancellationToken cancellationToken)
    {
        if (file is null && terminal.Variable(Variable) is { Length: > 0 } token) return token;
        var path = Path.Combine(terminal.Directory, file ?? DefaultFile);
        if (!File.Exists(path))
            throw new UsageException($"No auth token: there is no file {path}. Name one with --auth-token-file, or set {Variable}.");
        var content = (await File.ReadAllTextAsync(path, cancellationToken)).Trim();
        return content.Length > 0 ? content : throw new UsageException($"No auth token: {path} is empty.");
    }
}
