using System.Text.RegularExpressions;

namespace Ivr.Tests.Security;

/// <summary>Finds possible secrets in a text: tokens of a known form, and long tokens that look random.</summary>
internal static partial class SecretScan
{
    // A random hexadecimal token of 32 characters has about 3.6 bits per character, a random Base64 token of 24 characters about 4.2.
    private const double HexBits = 3.0;
    private const double Base64Bits = 4.0;

    private static readonly (string What, Regex Form)[] Forms =
    [
        ("a private key", PrivateKey()),
        ("a Twilio key or account", Twilio()),
        ("a token of a known service", KnownToken()),
        ("a password in a connection string or URL", Password()),
    ];

    /// <summary>What it found: the line, the kind of secret, and the first characters of it, never the whole secret.</summary>
    public static IEnumerable<string> Find(string text)
    {
        var lines = text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            foreach (var (what, token) in FindInLine(lines[number - 1]).Where(found => !MadeUp.Contains(found.Token)))
                yield return $"line {number}: {what}: {token[..Math.Min(8, token.Length)]}...";
        }
    }

    private static IEnumerable<(string What, string Token)> FindInLine(string line)
    {
        foreach (var (what, form) in Forms)
        {
            foreach (var match in form.Matches(line).Where(match => !IsDull(match.Value)))
                yield return (what, match.Value);
        }

        // npm stores the hashes of the packages that it downloaded.
        if (Integrity().IsMatch(line))
            yield break;
        foreach (var match in Hex().Matches(line).Where(match => BitsPerCharacter(match.Value) >= HexBits))
            yield return ("a long hexadecimal token", match.Value);
        foreach (var match in Base64().Matches(line).Where(match => IsMixed(match.Value) && BitsPerCharacter(match.Value) >= Base64Bits))
            yield return ("a long token", match.Value);
    }

    // Zeros, or 0123456789abcdef and similar, are no secret.
    private static bool IsDull(string token) => Hex().Match(token) is { Success: true } hex && BitsPerCharacter(hex.Value) < HexBits;

    // In names several characters of one kind follow each other. In a random token six of ten neighbours are of different kinds.
    private static bool IsMixed(string token)
    {
        const double fewest = 0.5;
        var changes = token.Zip(token.Skip(1)).Count(pair => KindOf(pair.First) != KindOf(pair.Second));
        return token.Any(char.IsAsciiDigit) && changes >= fewest * (token.Length - 1);
    }

    private static int KindOf(char character) => character switch
    {
        >= 'a' and <= 'z' => 1,
        >= 'A' and <= 'Z' => 2,
        >= '0' and <= '9' => 3,
        _ => 4,
    };

    private static double BitsPerCharacter(string token) => token
        .GroupBy(character => character)
        .Select(group => (double)group.Count() / token.Length)
        .Sum(share => -share * Math.Log2(share));

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY", RegexOptions.None, 1000)]
    private static partial Regex PrivateKey();

    [GeneratedRegex("\\b(?:SK|AC)[0-9a-f]{32}\\b", RegexOptions.None, 1000)]
    private static partial Regex Twilio();

    [GeneratedRegex(
        "\\b(?:AKIA[0-9A-Z]{16}|gh[pousr]_[0-9A-Za-z]{36}|github_pat_[0-9A-Za-z_]{22,}|xox[abprs]-[0-9A-Za-z-]{10,}|npm_[0-9A-Za-z]{36}"
        + "|eyJ[0-9A-Za-z_-]{10,}\\.[0-9A-Za-z_-]{10,})",
        RegexOptions.None,
        1000)]
    private static partial Regex KnownToken();

    [GeneratedRegex("(?i:password|pwd)=(?!\\.\\.\\.)[^\\s;\"'`&{}<>]{4,}(?=[;\"'`]|$)|[a-z]+://[^\\s/:@\"']+:[^\\s/:@\"'{}]+@", RegexOptions.None, 1000)]
    private static partial Regex Password();

    [GeneratedRegex("(?<![0-9A-Za-z+/_-])[0-9a-f]{32,}(?![0-9A-Za-z+/=_-])|(?<=[A-Z]{2})[0-9a-f]{32}\\b", RegexOptions.None, 1000)]
    private static partial Regex Hex();

    [GeneratedRegex("(?<![0-9A-Za-z+/_-])[0-9A-Za-z+/_-]{24,}={0,2}(?![0-9A-Za-z+/=_-])", RegexOptions.None, 1000)]
    private static partial Regex Base64();

    [GeneratedRegex("\"integrity\": \"sha512-[0-9A-Za-z+/]{86}==\"", RegexOptions.None, 1000)]
    private static partial Regex Integrity();
}
