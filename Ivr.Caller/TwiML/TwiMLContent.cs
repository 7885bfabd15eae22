using System.Net.Http.Headers;

namespace Ivr.Caller.TwiML;

/// <summary>The envelope of a document: its Content-Type and its size.</summary>
internal static class TwiMLContent
{
    /// <summary>The largest body that Twilio takes, in bytes.</summary>
    public const int MaxBytes = 64 * 1024;

    private static readonly string[] MediaTypes = ["text/xml", "application/xml", "text/html"];

    /// <summary>Reads an answer's body after its Content-Type and size.</summary>
    /// <param name="contentType">The header as received; null when there was none.</param>
    /// <param name="body">The bytes.</param>
    /// <exception cref="TwiMLException">What is wrong and where.</exception>
    /// <remarks>Twilio plays audio/* and reads text/plain aloud, then hangs up; here both are faults, since we never mean them.</remarks>
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
