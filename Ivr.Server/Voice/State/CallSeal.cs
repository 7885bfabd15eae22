using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ivr.StateMachine;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Ivr.Server.Voice.State;

/// <summary>
/// Seals the state of a call into a piece of URL and opens it again: encrypted, authenticated, and bound to the call sid.
/// </summary>
internal sealed class CallSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "Ivr.Call.v1";

    /// <summary>The call and its count, sealed.</summary>
    /// <returns>Characters that a URL takes as they are.</returns>
    /// <exception cref="CryptographicException">The key ring cannot be had.</exception>
    public string Seal(Call call, CallTally tally, string callSid)
    {
        var state = JsonSerializer.SerializeToUtf8Bytes(call, CallJson.Default.Call);
        var count = JsonSerializer.SerializeToUtf8Bytes(new Counted(tally), CallJson.Default.Counted);
        // Two objects become one.
        byte[] plain = [.. state.AsSpan(..^1), (byte)',', .. count.AsSpan(1..)];
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

    // Beside the call's own properties: who reads one of the two passes the other over. So does a server that knows of no tally, and nodes
    // of two versions understand each other.
    internal sealed record Counted(CallTally? Tally);
}

[JsonSerializable(typeof(Call))]
[JsonSerializable(typeof(CallSeal.Counted))]
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CallJson : JsonSerializerContext;
