using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Ivr.Server.Emergency.Journals;

/// <summary>One thing that the journal keeps, on a line of its own: SHA-256 of the JSON in lower-case hex, a space, the JSON.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(NodeTaken), "node")]
[JsonDerivedType(typeof(EntryLeft), "entry")]
[JsonDerivedType(typeof(IncidentBegan), "incident-began")]
[JsonDerivedType(typeof(CallHit), "call-hit")]
[JsonDerivedType(typeof(IncidentEnded), "incident-ended")]
internal abstract record JournalLine
{
    private const int ChecksumLength = 64;

    /// <summary>The line as it is written, with its end.</summary>
    public byte[] ToBytes()
    {
        var json = JsonSerializer.Serialize(this, JournalJson.Default.JournalLine);
        return Encoding.UTF8.GetBytes($"{ChecksumOf(json)} {json}\n");
    }

    /// <summary>Reads a line without its end.</summary>
    /// <param name="text">The line.</param>
    /// <param name="checksum">Its checksum.</param>
    /// <returns>Null when it was torn or changed; <see cref="UnknownLine"/> when a newer version wrote it.</returns>
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

/// <summary>From here on, references have this node number.</summary>
/// <param name="Journal">The journal's own name, under which it took the number.</param>
/// <param name="Number">0-99.</param>
/// <param name="Next">The first place in the number's series that is free.</param>
internal sealed record NodeTaken(Guid Journal, int Number, int Next) : JournalLine;

/// <summary>A caller left an entry. A later line with the same reference takes its place.</summary>
/// <param name="Reference">What the caller heard, 9 digits.</param>
/// <param name="LeftAt">When.</param>
/// <param name="Entry">What.</param>
internal sealed record EntryLeft(string Reference, DateTimeOffset LeftAt, EmergencyEntry Entry) : JournalLine;

/// <summary>The database could not answer a call.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Node">The node's number; null when it had none.</param>
/// <param name="At">When.</param>
internal sealed record IncidentBegan(Guid Id, int? Node, DateTimeOffset At) : JournalLine;

/// <summary>A call went on without the database.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="CallSid">The call.</param>
/// <param name="Line">The line's name.</param>
/// <param name="At">When.</param>
internal sealed record CallHit(Guid Incident, string CallSid, string Line, DateTimeOffset At) : JournalLine;

/// <summary>The database answered again.</summary>
/// <param name="Id">The incident.</param>
/// <param name="At">When.</param>
internal sealed record IncidentEnded(Guid Id, DateTimeOffset At) : JournalLine;

/// <summary>A whole line that says something this version does not know: a newer one wrote it. Never written.</summary>
internal sealed record UnknownLine : JournalLine;

[JsonSerializable(typeof(JournalLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class JournalJson : JsonSerializerContext;
