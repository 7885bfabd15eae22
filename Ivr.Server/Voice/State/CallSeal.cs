using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.StateMachine;
using Microsoft.AspNetCore.DataProtection;

namespace Ivr.Server.Voice.State;

/// <summary>
/// Seals the state of a call into a part of a URL, and opens it again. The state is encrypted, authenticated and bound to the call sid.
/// </summary>
internal sealed class CallSeal(IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Ivr.Call.v1");

    /// <summary>Encrypts the call and its tally.</summary>
    /// <returns>Characters that need no escaping in a URL.</returns>
    /// <exception cref="CryptographicException">The key ring is not available.</exception>
    public string Seal(Call call, CallTally tally, string callSid)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(new SealedCall(call, tally, clock.GetUtcNow()), CallJson.Default.SealedCall);
        return Base64Url.EncodeToString(_protector.CreateProtector(callSid).Protect(plain));
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
            var plain = _protector.CreateProtector(callSid).Unprotect(Base64Url.DecodeFromChars(sealedCall));
            return JsonSerializer.Deserialize(plain, CallJson.Default.SealedCall);
        }
        catch (Exception e) when (e is FormatException or JsonException || (e is CryptographicException && !KeyRingAway.IsDatabaseOutage(e)))
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(SealedCall))]
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CallJson : JsonSerializerContext;
