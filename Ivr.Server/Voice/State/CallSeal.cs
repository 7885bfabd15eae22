using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Ivr.StateMachine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Voice.State;

/// <summary>
/// Seals the state of a call into a piece of URL and opens it again: encrypted, authenticated, and bound to the call sid.
/// </summary>
public sealed class CallSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "Ivr.Call.v1";

    // Beside the call's own properties: a server that does not know of it passes it over, so that nodes of two versions understand
    // each other.
    private const string TallyName = "tally";

    /// <summary>The call and its count, sealed.</summary>
    /// <returns>Characters that a URL takes as they are.</returns>
    /// <exception cref="CryptographicException">The key ring cannot be had.</exception>
    public string Seal(Call call, Tally tally, string callSid)
    {
        var json = JsonSerializer.SerializeToNode(call, CallJson.Default.Call)!.AsObject();
        json[TallyName] = JsonSerializer.SerializeToNode(tally, CallJson.Default.Tally);
        var plain = JsonSerializer.SerializeToUtf8Bytes(json, CallJson.Default.JsonObject);
        return WebEncoders.Base64UrlEncode(Protector(callSid).Protect(plain));
    }

    /// <summary>The call that was sealed.</summary>
    /// <returns>Null when it was not sealed by this server, was changed, or belongs to another call.</returns>
    /// <exception cref="CryptographicException">The key ring cannot be had.</exception>
    public SealedCall? Open(string? sealedCall, string callSid)
    {
        if (string.IsNullOrEmpty(sealedCall))
            return null;
        try
        {
            var plain = Protector(callSid).Unprotect(WebEncoders.Base64UrlDecode(sealedCall));
            var json = JsonSerializer.Deserialize(plain, CallJson.Default.JsonObject);
            return json.Deserialize(CallJson.Default.Call) is { } call
                ? new(call, json?[TallyName].Deserialize(CallJson.Default.Tally) ?? new())
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException || (e is CryptographicException && !KeyRingAway.Caused(e)))
        {
            return null;
        }
    }

    private IDataProtector Protector(string callSid) => protection.CreateProtector(Purpose, callSid);
}

[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(Tally))]
[JsonSerializable(typeof(JsonObject))]
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CallJson : JsonSerializerContext;
