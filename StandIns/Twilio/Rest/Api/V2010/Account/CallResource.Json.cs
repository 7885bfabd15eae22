using System.Text.Json;
using Twilio.Exceptions;

namespace Twilio.Rest.Api.V2010.Account;

/// <content>How a call is read.</content>
public partial class CallResource
{
    /// <summary>Reads a call.</summary>
    /// <exception cref="ApiException">The text is no JSON.</exception>
    public static CallResource FromJson(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var call = document.RootElement;
            return new()
            {
                Sid = Text(call, "sid"),
                Status = Text(call, "status") is { } status ? (StatusEnum)status : null,
                Duration = Text(call, "duration"),
                Price = Text(call, "price"),
                PriceUnit = Text(call, "price_unit"),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new ApiException(unreadable.Message, unreadable);
        }
    }

    private static string? Text(JsonElement call, string name) =>
        call.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
