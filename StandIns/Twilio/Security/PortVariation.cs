namespace Twilio.Security;

/// <summary>The other way to write a URL: without the port that it has, or with the default port that it has not.</summary>
internal static class PortVariation
{
    /// <summary>The variation, with scheme and host in the letters in which they were given.</summary>
    /// <exception cref="UriFormatException">This is not an absolute URL.</exception>
    internal static string Of(string url)
    {
        var uri = new Uri(url);

        // A default port counts as absent even when the URL names it, so that :443 never comes off https.
        var builder = new UriBuilder(uri) { Port = uri.IsDefaultPort ? uri.Port : -1 };
        var variation = KeepLetters(builder.ToString(), url, uri.Scheme);
        return KeepLetters(variation, url, uri.Host);
    }

    private static string KeepLetters(string text, string original, string part)
    {
        var from = original.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        var to = text.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return from < 0 || to < 0
            ? text
            : string.Concat(text.AsSpan(0, to), original.AsSpan(from, part.Length), text.AsSpan(to + part.Length));
    }
}
