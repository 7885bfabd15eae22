using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Ivr.Caller.TwiML;

/// <summary>Reads a document strictly: everything that Twilio would warn about is an error.</summary>
internal static class TwiMLReader
{
    private static readonly XmlReaderSettings Safe = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads the bytes of a response.</summary>
    /// <exception cref="TwiMLException">The message says what is wrong and where.</exception>
    public static TwiMLDocument Read(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(Encoding.UTF8.Preamble))
            throw new TwiMLException(TwiMLErrors.NotParsed, "a byte order mark stands before the document.");
        try
        {
            return Read(StrictUtf8.GetString(body));
        }
        catch (DecoderFallbackException notUtf8)
        {
            throw new TwiMLException(TwiMLErrors.NotParsed, "the body is not UTF-8.", inner: notUtf8);
        }
    }

    /// <summary>Reads the text of a document.</summary>
    /// <exception cref="TwiMLException">The message says what is wrong and where.</exception>
    public static TwiMLDocument Read(string xml)
    {
        RefuseWhatStandsBeforeTheProlog(xml);
        var document = Parse(xml);
        RefuseOtherEncodings(document);
        return new TwiMLDocument(VerbReader.ReadResponse(document.Root!));
    }

    private static XDocument Parse(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Safe);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException notXml)
        {
            var line = notXml.LineNumber > 0 ? notXml.LineNumber : (int?)null;
            throw new TwiMLException(TwiMLErrors.NotParsed, $"not XML: {notXml.Message}", line, notXml.LinePosition, notXml);
        }
    }

    private static void RefuseWhatStandsBeforeTheProlog(string xml)
    {
        if (string.IsNullOrWhiteSpace(xml))
            throw new TwiMLException(TwiMLErrors.NotParsed, "the body is empty.");
        if (char.IsWhiteSpace(xml[0]) && xml.TrimStart().StartsWith("<?xml", StringComparison.Ordinal))
            throw new TwiMLException(TwiMLErrors.NotParsed, "white space stands before the XML prolog.");
    }

    /// <summary>A StringWriter writes a prolog that names UTF-16, although the bytes are UTF-8.</summary>
    private static void RefuseOtherEncodings(XDocument document)
    {
        var encoding = document.Declaration?.Encoding;
        if (encoding is not null && !string.Equals(encoding, "utf-8", StringComparison.OrdinalIgnoreCase))
            throw new TwiMLException(TwiMLErrors.NotParsed, $"the prolog says {encoding}, the body is UTF-8.");
    }
}
