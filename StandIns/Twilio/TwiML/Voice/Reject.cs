using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Refuses a call that is not answered yet.</summary>
public partial class Reject : TwiML
{
    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="reason">What the caller hears.</param>
    public Reject(ReasonEnum? reason = null)
        : base("Reject")
    {
        Reason = reason;
    }

    /// <summary>What the caller hears.</summary>
    public ReasonEnum? Reason { get; set; }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Reject Append(TwiML childElem) => (Reject)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Reject SetOption(string key, object value) => (Reject)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(("reason", Reason));
}
