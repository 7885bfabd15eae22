using System.Xml.Linq;
using Twilio.Types;

namespace Twilio.TwiML;

/// <summary>How parameters become attributes.</summary>
internal static class Attributes
{
    /// <summary>The attributes that have a value, in the order given.</summary>
    internal static List<XAttribute> Of(params (string Name, object? Value)[] attributes) =>
        [.. from attribute in attributes where attribute.Value is not null select new XAttribute(attribute.Name, Write(attribute.Value))];

    private static string Write(object value) => value switch
    {
        bool yes => yes ? "true" : "false",
        // A URL exactly as it was given: nothing is escaped, nothing made absolute.
        Uri url => url.OriginalString,
        IEnumerable<StringEnum> several => string.Join(' ', several),
        _ => value.ToString()!,
    };
}
