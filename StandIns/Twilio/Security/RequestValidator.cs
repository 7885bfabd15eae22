using System.Security.Cryptography;
using System.Text;

namespace Twilio.Security;

/// <summary>Checks that a request was signed with the account's token.</summary>
/// <remarks>
/// A signature is the Base64 of HMAC-SHA1 over the whole URL followed by the name and the value of each parameter, without
/// anything between them, in ordinal order of the names.
/// </remarks>
/// <param name="secret">The account's token.</param>
public class RequestValidator(string secret)
{
    private readonly byte[] _secret = Encoding.UTF8.GetBytes(secret);

    /// <summary>Checks a request with a form.</summary>
    /// <param name="url">The whole URL as the sender used it, with its query.</param>
    /// <param name="parameters">The form's fields, decoded; a null value counts as empty. Null when there is no form.</param>
    /// <param name="expected">The value of the header <c>X-Twilio-Signature</c>.</param>
    /// <exception cref="ArgumentException"><paramref name="url"/> or <paramref name="expected"/> is null or empty.</exception>
    public bool Validate(string url, IDictionary<string, string>? parameters, string? expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(url);
        if (string.IsNullOrEmpty(expected))
            throw new ArgumentException("There is no signature to compare with.", nameof(expected));

        var form = Join(parameters);

        // Proxies add and drop ports, and so do senders.
        return SameText(Sign(url + form), expected) || SameText(Sign(PortVariation.Of(url) + form), expected);
    }

    private static string Join(IDictionary<string, string>? parameters) =>
        parameters is null
            ? string.Empty
            : string.Concat(parameters.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Key + field.Value));

    private static bool SameText(string computed, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(computed), Encoding.UTF8.GetBytes(expected));

    private string Sign(string message)
    {
        // The algorithm is the sender's.
#pragma warning disable CA5350
        return Convert.ToBase64String(HMACSHA1.HashData(_secret, Encoding.UTF8.GetBytes(message)));
#pragma warning restore CA5350
    }
}
