using System.Xml.Linq;

namespace Twilio.TwiML.Voice;

/// <summary>Goes on with another document; what stands behind it is not reached.</summary>
public class Redirect : TwiML
{
    /// <summary>Makes the element; what is null is not written.</summary>
    /// <param name="url">Where the document is.</param>
    /// <param name="method">How it is requested; POST when not given.</param>
    public Redirect(Uri? url = null, Http.HttpMethod? method = null)
        : base("Redirect")
    {
        Url = url;
        Method = method;
    }

    /// <summary>Where the document is.</summary>
    public Uri? Url { get; set; }

    /// <summary>How it is requested; POST when not given.</summary>
    public Http.HttpMethod? Method { get; set; }

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element.</returns>
    public new Redirect Append(TwiML childElem) => (Redirect)base.Append(childElem);

    /// <inheritdoc cref="TwiML.SetOption"/>
    public new Redirect SetOption(string key, object value) => (Redirect)base.SetOption(key, value);

    /// <inheritdoc/>
    protected override string GetElementBody() => Attributes.Write(Url);

    /// <inheritdoc/>
    protected override List<XAttribute> GetElementAttributes() => Attributes.Of(("method", Method));
}
