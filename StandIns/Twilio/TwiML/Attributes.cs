using System.Xml.Linq;
using Twilio.Types;

namespace Twilio.TwiML;

/// <summary>How the values of properties become the values of attributes.</summary>
internal static class Attributes
{
    /// <summary>The attributes that have a value, in the order given.</summary>
    internal static List<XAttribute> Of(params (string Name, object? Value)[] attributes) =>
        [.. from attribute in attributes where attribute.Value is not null select new XAttribute(attribute.Name, Write(attribute.Value))];

    /// <summary>A URL exactly as it was given: nothing is escaped, nothing made absolute.</summary>
    internal static string Write(Uri? url) => url?.OriginalString ?? string.Empty;

    private static string Write(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        Uri url => Write(url),
        IEnumerable<StringEnum> several => string.Join(' ', several),
        _ => value.ToString()!,
    };
}
