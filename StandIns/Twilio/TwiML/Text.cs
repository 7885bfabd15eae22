using System.Xml.Linq;

namespace Twilio.TwiML;

/// <summary>Text among the children of an element.</summary>
internal sealed class Text(string content) : TwiML("#text")
{
    /// <inheritdoc/>
    protected override XNode ToXml() => new XText(content);
}
