using Microsoft.Extensions.Options;

namespace Ivr.Server.Configuration;

/// <summary>
/// The path that a proxy puts before all of the server's own, <c>/ivr</c> for <c>https://example.be/ivr/company</c>. The proxy passes it on.
/// </summary>
internal static class PathPrefix
{
    private const string Key = "PathBase";

    /// <summary>Reads the prefix; empty for none.</summary>
    /// <exception cref="OptionsValidationException">It is no path.</exception>
    public static string Read(IConfiguration configuration)
    {
        var prefix = configuration[Key] ?? "";
        return prefix is "" || (prefix is ['/', _, ..] && IsPlain(prefix))
            ? prefix
            : throw new OptionsValidationException(Key, typeof(string), [$"{Key} is '{prefix}', which is no path such as /ivr."]);
    }

    // Nothing that an HTML page or a URL would have to escape.
    private static bool IsPlain(string prefix) =>
        prefix.Split('/')[1..].All(part => part is not ("" or "." or "..") && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '~'));
}
