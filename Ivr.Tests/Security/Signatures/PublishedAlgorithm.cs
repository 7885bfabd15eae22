using System.Security.Cryptography;
using System.Text;

namespace Ivr.Tests.Security.Signatures;

/// <summary>
/// The signature as Twilio's security page describes it, implemented a second time, so that the code under test does not check itself.
/// </summary>
internal static class PublishedAlgorithm
{
    internal static string Sign(string token, string url, IReadOnlyDictionary<string, string> form)
    {
        var message = new StringBuilder(url);
        foreach (var name in form.Keys.Order(StringComparer.Ordinal))
            message.Append(name).Append(form[name]);

#pragma warning disable CA5350 // Twilio's signature uses SHA-1.
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(token));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(message.ToString())));
    }
}
