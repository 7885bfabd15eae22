using System.Text.RegularExpressions;

namespace Ivr.Server.Secured.Accounts;

/// <summary>Rules for the logins and passwords of the pages.</summary>
internal static partial class Credentials
{
    /// <summary>Minimum length of a password. The user chooses the characters freely: length makes guessing slow.</summary>
    public const int ShortestPassword = 12;

    public const int LongestPassword = 128;

    public const int LongestLogin = 64;

    /// <summary>The login as it is stored: trimmed, in lower case. Null when it is not valid.</summary>
    public static string? ReadLogin(string? typed)
    {
#pragma warning disable CA1308 // Logins are stored in lower case, and nothing is compared that the conversion could confuse.
        var login = typed?.Trim().ToLowerInvariant();
#pragma warning restore CA1308
        return login is not null && Form().IsMatch(login) ? login : null;
    }

    public static bool IsPassword(string password) => password.Length is >= ShortestPassword and <= LongestPassword;

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._@+-]{2,63}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Form();
}
