using System.Security.Cryptography;
using System.Text;

namespace Ivr.Caller.Webhooks;

/// <summary>
/// Computes X-Twilio-Signature. The text is the URL, then each form parameter's name and decoded value in ordinal order of the names. The
/// signature is its HMAC-SHA1 in Base64. The key is the account's primary auth token.
/// </summary>
internal sealed class RequestSigner(string authToken)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(authToken);

    /// <summary>Signs a request.</summary>
    /// <param name="url">The public URL as Twilio uses it, including the query.</param>
    /// <param name="form">The form of a POST; empty for GET, whose parameters are in the URL.</param>
    public string Sign(Uri url, IReadOnlyDictionary<string, string> form)
    {
        var text = new StringBuilder(url.AbsoluteUri);
        foreach (var (name, value) in form.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
            text.Append(name).Append(value);
        return Convert.ToBase64String(Hash(text.ToString()));
    }

#pragma warning disable CA5350 // SHA-1 is Twilio's choice, not ours.
    private byte[] Hash(string text) => HMACSHA1.HashData(_key, Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}
