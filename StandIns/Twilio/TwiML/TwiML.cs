using System.Xml.Linq;

namespace Twilio.TwiML;

/// <summary>One TwiML element: a tag, its attributes, its text and its children.</summary>
public class TwiML
{
    private readonly string _tagName;
    private readonly List<TwiML> _children = [];

    /// <summary>Makes an element without attributes, text or children.</summary>
    /// <param name="tagName">The element's name, for example <c>Say</c>.</param>
    protected TwiML(string tagName) => _tagName = tagName;

    /// <summary>Puts a child at the end.</summary>
    /// <returns>This element, so that calls can be chained.</returns>
    public virtual TwiML Append(TwiML childElem)
    {
        _children.Add(childElem);
        return this;
    }

    /// <summary>The document with this element as its root, declared as UTF-8.</summary>
    public XDocument ToXDocument() => new(new XDeclaration("1.0", "utf-8", standalone: null), ToXml());

    /// <summary>
    /// The document as text. This is an overload of <see cref="object.ToString"/>, not an override of it: string interpolation
    /// prints the type's name.
    /// </summary>
    /// <param name="formattingOptions"><see cref="SaveOptions.None"/> indents by two spaces,
    /// <see cref="SaveOptions.DisableFormatting"/> writes one line.</param>
    /// <exception cref="ArgumentException">A text or a value holds a character that XML does not allow.</exception>
    public string ToString(SaveOptions formattingOptions = SaveOptions.None)
    {
        using var writer = new Utf8StringWriter();
        ToXDocument().Save(writer, formattingOptions);
        return writer.ToString();
    }

    /// <summary>The text that stands before the children; empty when there is none.</summary>
    protected virtual string GetElementBody() => string.Empty;

    /// <summary>The attributes, in the order in which they are written.</summary>
    protected virtual List<XAttribute> GetElementAttributes() => [];

    private XElement ToXml()
    {
        // Even empty text keeps the end tag: <Hangup></Hangup>, never <Hangup />.
        var element = new XElement(_tagName, GetElementBody());
        element.Add(GetElementAttributes());
        element.Add(_children.Select(child => child.ToXml()));
        return element;
    }
}
