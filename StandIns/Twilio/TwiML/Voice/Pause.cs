using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Waits in silence.</summary>
public class Pause : TwiML
{
    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="length">Seconds; 1 when not given.</param>
    public Pause(int? length = null)
        : base("Pause")
    {
        Length = length;
    }

    /// <summary>Seconds; 1 when not given.</summary>
    public int? Length { get; set; }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Pause Append(TwiML childElem) => (Pause)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Pause SetOption(string key, object value) => (Pause)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(("length", Length));
}
