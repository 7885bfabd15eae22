using System.Text.Json;
using Ivr.Caller.Calls;

namespace Ivr.Caller.BrowserPhone;

/// <summary>
/// A message from the page. It comes from a browser, so a message that does not match one of these types exactly is rejected.
/// </summary>
internal abstract record CallerMessage
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>Parses one message. Null when it is invalid.</summary>
    public static CallerMessage? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8);
            using var json = JsonDocument.ParseValue(ref reader);
            return json.RootElement is { ValueKind: JsonValueKind.Object } message ? Parse(message) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static CallerMessage? Parse(JsonElement message) => Text(message, "type") switch
    {
        "dial" when Text(message, "to") is { } to && Text(message, "from") is { } from => new Dial(
            PhoneNumber.Normalize(to), from == "withheld" ? Phone.Withheld : PhoneNumber.Normalize(from), Text(message, "moment")),
        "key" when Text(message, "key") is [var key] && Keys.IsKey(key) => new Key(key, TimeOf(message), Flag(message, "heardOut")),
        "silence" when Property(message, "turn") is { ValueKind: JsonValueKind.Number } turn && turn.TryGetInt32(out var number) =>
            new Silent(number),
        "hangUp" => new HangUp(TimeOf(message), Flag(message, "heardOut")),
        _ => null,
    };

    private static JsonElement? Property(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement message, string name) =>
        Property(message, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static bool Flag(JsonElement message, string name) => Property(message, name) is { ValueKind: JsonValueKind.True };

    private static TimeSpan TimeOf(JsonElement message) =>
        Property(message, "waited") is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, Longest.TotalSeconds))
            : TimeSpan.Zero;

    /// <summary>Dials at a wall-clock time in Brussels, or now when it is null. A telephone number that is not valid is null.</summary>
    public sealed record Dial(string? To, string? From, string? Moment) : CallerMessage;

    /// <summary>Presses a key. The waited time counts from the start of the question.</summary>
    public sealed record Key(char Pressed, TimeSpan Waited, bool HeardOut) : CallerMessage;

    /// <summary>Lets a question time out. The turn identifies the question, because the next one may already be open.</summary>
    public sealed record Silent(int Turn) : CallerMessage;

    /// <summary>Hangs up. The waited time counts from the start of the question.</summary>
    public sealed record HangUp(TimeSpan Waited, bool HeardOut) : CallerMessage;
}
