using System.CommandLine;
using System.CommandLine.Parsing;

namespace Ivr.Caller.Commands.Common;

/// <summary>Options and value parsers that several commands share.</summary>
internal static class OptionParsers
{
    public static Option<string> Path(string name, string description, string path) =>
        new(name) { Description = description, DefaultValueFactory = _ => path };

    public static Uri? ParseUrl(ArgumentResult result)
    {
        var written = result.Tokens[0].Value;
        if (Uri.TryCreate(written, UriKind.Absolute, out var url) && url.Scheme is "http" or "https") return url;
        result.AddError($"{written} is no URL: write http://localhost:5080.");
        return null;
    }

    public static bool IsAccountSid(string text) =>
        text is ['A', 'C', .. { Length: 32 } digits] && digits.All(char.IsAsciiHexDigit);

    public static string ParseAccountSid(ArgumentResult result)
    {
        var sid = result.Tokens[0].Value;
        if (!IsAccountSid(sid))
            result.AddError($"{sid} is no account: write AC and 32 hexadecimal digits.");
        return sid;
    }
}
