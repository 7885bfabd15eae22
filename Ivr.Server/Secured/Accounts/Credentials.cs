using System.Text.RegularExpressions;

namespace Ivr.Server.Secured.Accounts;

/// <summary>What a login and a password at a screen look like.</summary>
internal static partial class Credentials
{
    /// <summary>Fewest characters of a password. What they are is up to who picks it: length is what makes guessing long.</summary>
    public const int ShortestPassword = 12;

    /// <summary>Most characters of a password.</summary>
    public const int LongestPassword = 128;

    /// <summary>Most characters of a login.</summary>
    public const int LongestLogin = 64;

    /// <summary>The login as it is kept: without spaces around it, in lower case; null for what cannot be one.</summary>
    public static string? ReadLogin(string? typed)
    {
#pragma warning disable CA1308 // It is how logins are kept, and nothing is compared by it that it could confuse.
        var login = typed?.Trim().ToLowerInvariant();
#pragma warning restore CA1308
        return login is not null && Form().IsMatch(login) ? login : null;
    }

    /// <summary>Whether a password is neither too short nor too long.</summary>
    public static bool IsPassword(string password) => password.Length is >= ShortestPassword and <= LongestPassword;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._@+-]{2,63}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
