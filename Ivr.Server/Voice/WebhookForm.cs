using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Ivr.Server.Voice;

/// <summary>
/// Reads the form of a webhook. For Twilio's signature, keys that differ in case only are different keys; the form reader of ASP.NET Core
/// merges them.
/// </summary>
internal static class WebhookForm
{
    // Twilio sends about 30, and a few more for each add-on.
    private const int MaxFields = 1024;

    /// <summary>Reads the body as a form in UTF-8.</summary>
    /// <exception cref="InvalidDataException">The form repeats a key, contains NUL or has too many keys.</exception>
    /// <exception cref="IOException">The body is too long, too slow or incomplete.</exception>
    public static async Task<FormCollection> ReadAsync(Stream body)
    {
        using var reader = new StreamReader(body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = await reader.ReadToEndAsync();
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (var field in new QueryStringEnumerable(text))
        {
            var (name, value) = (field.DecodeName().ToString(), field.DecodeValue().ToString());
            if (name.Contains('\0') || value.Contains('\0'))
                throw new InvalidDataException("The form contains NUL.");
            // Signature validators treat a repeated key differently.
            if (!fields.TryAdd(name, value))
                throw new InvalidDataException("The form repeats a key.");
            if (fields.Count > MaxFields)
                throw new InvalidDataException("The form has too many keys.");
        }

        return new(fields);
    }
}
