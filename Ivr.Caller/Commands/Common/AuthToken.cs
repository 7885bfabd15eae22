namespace Ivr.Caller.Commands.Common;

/// <summary>Finds the auth token. The token is never written anywhere.</summary>
internal static class AuthToken
{
    public const string Variable = "TWILIO_AUTH_TOKEN";
    public const string DefaultFile = ".data/auth-token";

    /// <summary>Reads the named file, else the environment variable, else the file that a development server writes.</summary>
    /// <exception cref="UsageException">None of them has a token.</exception>
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
