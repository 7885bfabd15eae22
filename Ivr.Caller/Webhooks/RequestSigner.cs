using System.Security.Cryptography;
using System.Text;

namespace Ivr.Caller.Webhooks;

/// <summary>
/// X-Twilio-Signature: the URL, then each form parameter's name and decoded value in ordinal order of the names, through
/// HMAC-SHA1 keyed with the auth token, in base 64.
/// </summary>
/// <param name="authToken">The account's primary auth token.</param>
internal sealed class RequestSigner(string authToken)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(authToken);

    /// <summary>Signs a request.</summary>
    /// <param name="url">The public URL as Twilio uses it, query included.</param>
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
