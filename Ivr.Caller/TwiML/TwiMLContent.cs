using System.Net.Http.Headers;

namespace Ivr.Caller.TwiML;

/// <summary>Checks the Content-Type and the size of a document.</summary>
internal static class TwiMLContent
{
    /// <summary>The largest body that Twilio accepts, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly string[] MediaTypes = ["text/xml", "application/xml", "text/html"];

    /// <summary>
    /// Reads the body of a response after it checked the Content-Type and the size. <paramref name="contentType"/> is the header as
    /// received; null when there was none.
    /// </summary>
    /// <exception cref="TwiMLException">The message says what is wrong and where.</exception>
    /// <remarks>
    /// Twilio plays audio/* and reads text/plain aloud, then hangs up. Here both are errors, because we never send them on purpose.
    /// </remarks>
    public static TwiMLDocument Read(string? contentType, ReadOnlySpan<byte> body)
    {
        if (body.Length > MaxBytes)
            throw new TwiMLException(TwiMLErrors.TooLarge, $"the body is larger than {MaxBytes / 1024} kB.");
        if (contentType is null)
            throw new TwiMLException(TwiMLErrors.ContentType, "the answer has no Content-Type.");
        if (!MediaTypeHeaderValue.TryParse(contentType, out var header) || !IsTwiML(header))
            throw new TwiMLException(TwiMLErrors.ContentType, $"{contentType} is not TwiML: expected {string.Join(", ", MediaTypes)}.");
        if (header.CharSet is { } charset && !string.Equals(charset.Trim('"'), "utf-8", StringComparison.OrdinalIgnoreCase))
            throw new TwiMLException(TwiMLErrors.ContentType, $"charset {charset} is not UTF-8.");
        return TwiMLReader.Read(body);
    }

    private static bool IsTwiML(MediaTypeHeaderValue header) => MediaTypes.Contains(header.MediaType, StringComparer.OrdinalIgnoreCase);
}
