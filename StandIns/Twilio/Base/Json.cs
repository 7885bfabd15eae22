using System.Text.Json;
using Twilio.Exceptions;

namespace Twilio.Base;

/// <summary>Reads what the API answers.</summary>
internal static class Json
{
    /// <summary>Reads an answer.</summary>
    /// <exception cref="ApiException">It is no JSON, or not of that form.</exception>
    public static T Read<T>(string json, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new ApiException(unreadable.Message, unreadable);
        }
    }

    /// <summary>Reads a page of resources, by the members that each of Twilio's two kinds of page has.</summary>
    /// <exception cref="ApiException">It is no JSON, or not of either form.</exception>
    public static ResourceSet<T> ReadPage<T>(string json, string name, Func<JsonElement, T> read)
        where T : Resource => Read(json, page => new ResourceSet<T>([.. page.GetProperty(name).EnumerateArray().Select(read)], isAll: !HasNext(page)));

    private static bool HasNext(JsonElement page)
    {
        if (page.TryGetProperty("uri", out _))
            return page.Text("next_page_uri") is { Length: > 0 };
        var meta = page.GetProperty("meta");
        meta.GetProperty("page_size").GetInt32();
        foreach (var needed in new[] { "url", "first_page_url", "previous_page_url" })
            meta.GetProperty(needed);
        return meta.GetProperty("next_page_url").GetString() is { Length: > 0 };
    }

    /// <summary>A member as text; null when it is absent or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    /// <summary>A member as an address; null when it is absent or null.</summary>
    public static Uri? Address(this JsonElement element, string name) =>
        element.Text(name) is { } address ? new(address, UriKind.RelativeOrAbsolute) : null;
}
