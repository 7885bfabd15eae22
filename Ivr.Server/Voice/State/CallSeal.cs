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
public sealed class CallSeal(IDataProtectionProvider protection)
{
    private const string Purpose = "Ivr.Call.v1";

    /// <summary>The call, sealed.</summary>
    /// <returns>Characters that a URL takes as they are.</returns>
    /// <exception cref="CryptographicException">The key ring cannot be had.</exception>
    public string Seal(Call call, string callSid)
    {
        var plain = JsonSerializer.SerializeToUtf8Bytes(call, CallJson.Default.Call);
        return WebEncoders.Base64UrlEncode(Protector(callSid).Protect(plain));
    }

    /// <summary>The call that was sealed.</summary>
    /// <returns>Null when it was not sealed by this server, was changed, or belongs to another call.</returns>
    /// <exception cref="CryptographicException">The key ring cannot be had.</exception>
    public Call? Open(string? sealedCall, string callSid)
    {
        if (string.IsNullOrEmpty(sealedCall))
            return null;
        try
        {
            var plain = Protector(callSid).Unprotect(WebEncoders.Base64UrlDecode(sealedCall));
            return JsonSerializer.Deserialize(plain, CallJson.Default.Call);
        }
        catch (Exception e) when (e is FormatException or JsonException || (e is CryptographicException && !KeyRingAway.Caused(e)))
        {
            return null;
        }
    }

    private IDataProtector Protector(string callSid) => protection.CreateProtector(Purpose, callSid);
}

[JsonSerializable(typeof(Call))]
[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class CallJson : JsonSerializerContext;
