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
        return KeepLetters(KeepLetters(builder.ToString(), url, uri.Host), url, uri.Scheme);
    }

    // Wherever the part stands: the official package does not look whether it is in the query.
    private static string KeepLetters(string text, string original, string part)
    {
        var at = original.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return at < 0 || part.Length == 0 ? text : text.Replace(part, original.Substring(at, part.Length), StringComparison.Ordinal);
    }
}
