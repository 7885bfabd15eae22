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

    /// <summary>A member as text; null when it is absent or null.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;

    /// <summary>A member as an address; null when it is absent or null.</summary>
    public static Uri? Address(this JsonElement element, string name) =>
        element.Text(name) is { } address ? new(address, UriKind.RelativeOrAbsolute) : null;
}
