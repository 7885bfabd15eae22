using System.Text;

namespace Twilio.TwiML;

/// <summary>A string writer that has the XML declaration say <c>utf-8</c> instead of <c>utf-16</c>.</summary>
public class Utf8StringWriter : StringWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;
}
