using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Says nothing for a while.</summary>
public class Pause : TwiML
{
    private readonly List<XAttribute> _attributes;

    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="length">Seconds.</param>
    public Pause(int? length = null)
        : base("Pause") => _attributes = Attributes.Of(("length", length));

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => _attributes;
}
