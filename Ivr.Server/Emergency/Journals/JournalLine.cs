using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Server.Emergency.Journals;

/// <summary>One record of the journal, on its own line: the SHA-256 of the JSON in lower-case hex, a space, the JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NodeTaken), "node")]
[JsonDerivedType(typeof(EntryLeft), "entry")]
[JsonDerivedType(typeof(IncidentBegan), "incident-began")]
[JsonDerivedType(typeof(CallHit), "call-hit")]
[JsonDerivedType(typeof(IncidentEnded), "incident-ended")]
internal abstract record JournalLine
{
    private const int ChecksumLength = 64;

    /// <summary>Formats the line, including the line break.</summary>
    public byte[] ToBytes()
    {
        var json = JsonSerializer.Serialize(this, JournalJson.Default.JournalLine);
        return Encoding.UTF8.GetBytes($"{ChecksumOf(json)} {json}\n");
    }

    /// <summary>Parses a line without its line break.</summary>
    /// <param name="text">The line.</param>
    /// <param name="checksum">The line's checksum; empty when the line has none.</param>
    /// <returns>Null when the line is torn or changed; <see cref="UnknownLine"/> when a newer version wrote it.</returns>
    public static JournalLine? Read(string text, out string checksum)
    {
        checksum = "";
        if (text.Length <= ChecksumLength || text[ChecksumLength] != ' ')
            return null;
        checksum = text[..ChecksumLength];
        var json = text[(ChecksumLength + 1)..];
        return checksum == ChecksumOf(json) ? Parse(json) : null;
    }

    private static JournalLine? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, JournalJson.Default.JournalLine);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return new UnknownLine();
        }
    }

    private static string ChecksumOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));
}

/// <summary>The following references use this node number.</summary>
/// <param name="Journal">The journal's name, under which the number is reserved.</param>
/// <param name="Number">0-99.</param>
/// <param name="Next">The first unused sequence number.</param>
internal sealed record NodeTaken(Guid Journal, int Number, int Next) : JournalLine;

/// <summary>A caller left an entry. A later line with the same reference replaces it. The caller heard the reference, 9 digits.</summary>
internal sealed record EntryLeft(string Reference, DateTimeOffset LeftAt, EmergencyEntry Entry) : JournalLine;

/// <summary>An incident began: a call found the database unavailable. <c>Node</c> is null when the journal had no node number.</summary>
internal sealed record IncidentBegan(Guid Id, int? Node, DateTimeOffset At) : JournalLine;

/// <summary>A call continued without the database.</summary>
internal sealed record CallHit(Guid Incident, string CallSid, string Line, DateTimeOffset At) : JournalLine;

/// <summary>An incident ended: the database answers again.</summary>
internal sealed record IncidentEnded(Guid Id, DateTimeOffset At) : JournalLine;

/// <summary>
/// A complete line of a kind that this version does not know, because a newer version wrote it. It is only read, never written.
/// </summary>
internal sealed record UnknownLine : JournalLine;

[JsonSerializable(typeof(JournalLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class JournalJson : JsonSerializerContext;
