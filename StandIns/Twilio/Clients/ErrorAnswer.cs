using System.Text.Json;
using Twilio.Exceptions;
using Twilio.Http;

namespace Twilio.Clients;

/// <summary>What the API says when it refuses: <c>{"code": 21210, "message": "...", "more_info": "...", "status": 400}</c>.</summary>
internal static class ErrorAnswer
{
    public static ApiException Read(Response response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Content);
            var said = json.RootElement;
            if (said.ValueKind == JsonValueKind.Object)
                return new(Number(said, "code"), (int)response.StatusCode, Text(said, "message") ?? $"Unable to make request, {response.StatusCode}", Text(said, "more_info"));
        }
        catch (JsonException)
        {
            // A page of a proxy, say: told as it is.
        }

        return new($"Api Error: {response.StatusCode} - {response.Content}");
    }

    private static int Number(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : 0;

    private static string? Text(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
