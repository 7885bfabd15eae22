namespace Ivr.Caller.Webhooks;

/// <summary>
/// Two addresses of one server: the public one, which Twilio and the signatures use, and the one where this program reaches it.
/// </summary>
internal sealed class PublicAddress(Uri reachedAt, Uri? publicBase)
{
    private readonly string _reached = reachedAt.GetLeftPart(UriPartial.Authority);
    private readonly string _public = (publicBase ?? new Uri(reachedAt.GetLeftPart(UriPartial.Authority))).AbsoluteUri.TrimEnd('/');

    /// <summary>Returns the public form of a URL. A URL of another server does not change.</summary>
    public Uri ToPublic(Uri url) => Replace(url, _reached, _public);

    /// <summary>Returns the URL where this program reaches a public URL.</summary>
    public Uri ToReached(Uri url) => Replace(url, _public, _reached);

    private static Uri Replace(Uri url, string from, string to)
    {
        var text = url.AbsoluteUri;
        return text.StartsWith(from, StringComparison.OrdinalIgnoreCase) && (text.Length == from.Length || text[from.Length] is '/' or '?')
            ? new Uri(to + text[from.Length..])
            : url;
    }
}
