namespace Ivr.Caller.Webhooks;

/// <summary>The query of a GET webhook.</summary>
internal static class Query
{
    /// <summary>Adds the parameters after those that the URL already has.</summary>
    public static Uri Append(Uri url, IReadOnlyDictionary<string, string> parameters)
    {
        var added = string.Join('&', parameters.Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
        if (added.Length == 0) return url;
        var separator = url.Query.Length == 0 ? "?" : url.Query == "?" ? "" : "&";
        return new Uri(url.GetLeftPart(UriPartial.Query) + separator + added);
    }
}
