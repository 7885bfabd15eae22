using System.Buffers;
using System.Security;
using System.Xml.Linq;
using Twilio.TwiML;

namespace Ivr.Server.Voice.Twiml;

/// <summary>A TwiML document with places for values, so that a webhook need not build its elements.</summary>
/// <param name="sample">The document, with <see cref="Place"/> wherever a value belongs.</param>
internal sealed class TwimlTemplate(VoiceResponse sample)
{
    /// <summary>Stands for a value in the sample, as text or as attribute.</summary>
    public const string Place = "place-of-a-value";

    private static readonly SearchValues<char> Markup = SearchValues.Create("&<>\"");

    private readonly string[] _between = sample.ToString(SaveOptions.DisableFormatting).Split(Place);

    /// <summary>Returns the document with the values, in the order of their places.</summary>
    public string Fill(IReadOnlyList<string> values)
    {
        var parts = new string[_between.Length + values.Count];
        parts[0] = _between[0];
        for (var place = 0; place < values.Count; place++)
            (parts[2 * place + 1], parts[2 * place + 2]) = (Escaped(values[place]), _between[place + 1]);
        return string.Concat(parts);
    }

    private static string Escaped(string value) => value.AsSpan().ContainsAny(Markup) ? SecurityElement.Escape(value) : value;
}
