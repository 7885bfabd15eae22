using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.StateMachine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Voice.State;

/// <summary>
/// Seals the state of a call into a part of a URL, and opens it again. The state is encrypted, authenticated and bound to the call sid.
/// </summary>
internal sealed class CallSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "Ivr.Call.v1";

    /// <summary>Encrypts the call and its tally.</summary>
    /// <returns>Characters that need no escaping in a URL.</returns>
    /// <exception cref="CryptographicException">The key ring is not available.</exception>
    public string Seal(Call call, CallTally tally, string callSid)
    {
        var state = JsonSerializer.SerializeToUtf8Bytes(call, CallJson.Default.Call);
        var count = JsonSerializer.SerializeToUtf8Bytes(new Counted(tally), CallJson.Default.Counted);
        // Merges the two JSON objects into one.
        byte[] plain = [.. state.AsSpan(..^1), (byte)',', .. count.AsSpan(1..)];
        return WebEncoders.Base64UrlEncode(Protector(callSid).Protect(plain));
    }

    /// <summary>Decrypts a sealed call.</summary>
    /// <returns>Null when it was not sealed by this server, was changed, or belongs to another call.</returns>
    /// <exception cref="CryptographicException">The key ring is not available.</exception>
    public SealedCall? Open(string? sealedCall, string callSid)
    {
        if (string.IsNullOrEmpty(sealedCall))
            return null;
        try
        {
            var plain = Protector(callSid).Unprotect(WebEncoders.Base64UrlDecode(sealedCall));
            return JsonSerializer.Deserialize(plain, CallJson.Default.Call) is { } call
                ? new(call, JsonSerializer.Deserialize(plain, CallJson.Default.Counted)?.Tally ?? new())
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException || (e is CryptographicException && !KeyRingAway.IsDatabaseOutage(e)))
        {
            return null;
        }
    }

    private IDataProtector Protector(string callSid) => protection.CreateProtector(Purpose, callSid);

    // The tally is one more property of the same JSON object. Each deserializer ignores the other's properties. A server version without a
    // tally ignores it too, so nodes with different versions can share calls.
    internal sealed record Counted(CallTally? Tally);
}

[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(CallSeal.Counted))]
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CallJson : JsonSerializerContext;
