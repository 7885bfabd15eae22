using System.Xml.Linq;

namespace Twilio.TwiML;

/// <summary>One TwiML element: a tag, its attributes, its text and its children.</summary>
public class TwiML
{
    private readonly string _tagName;
    private readonly List<TwiML> _children = [];
    private readonly List<KeyValuePair<string, string>> _options = [];

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

    /// <summary>Puts a child at the end.</summary>
    /// <returns>The child, so that it can be filled.</returns>
    public T Nest<T>(T childElem)
        where T : TwiML
    {
        _children.Add(childElem);
        return childElem;
    }

    /// <summary>Puts text at the end, behind the children already there. It is escaped when written.</summary>
    /// <returns>This element.</returns>
    public TwiML AddText(string text)
    {
        _children.Add(new Text(text));
        return this;
    }

    /// <summary>Puts an element of any name at the end.</summary>
    /// <returns>The new element.</returns>
    public TwiML AddChild(string tagName) => Nest(new TwiML(tagName));

    /// <summary>
    /// Sets an attribute that has no property. It is written behind those that have one; setting it again moves it to the end.
    /// A key that begins with <c>xml:</c> goes into the XML namespace.
    /// </summary>
    /// <param name="key">The attribute's name. One that the element writes already makes <c>ToString</c> fail.</param>
    /// <param name="value">The value, written as its <c>ToString()</c>.</param>
    /// <returns>This element.</returns>
    public TwiML SetOption(string key, object value)
    {
        _options.RemoveAll(option => option.Key == key);
        _options.Add(new(key, value.ToString()!));
        return this;
    }

    /// <summary>An attribute set by <see cref="SetOption"/>, or <see langword="null"/>.</summary>
    public virtual string? GetOption(string key) => _options.Find(option => option.Key == key).Value;

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

    /// <summary>The attributes that have a property, in the order in which they are written.</summary>
    protected virtual List<XAttribute> GetElementAttributes() => [];

    /// <summary>This element and everything below it.</summary>
    protected virtual XNode ToXml()
    {
        // Even empty text keeps the end tag: <Hangup></Hangup>, never <Hangup />.
        var element = new XElement(_tagName, GetElementBody());
        element.Add(GetElementAttributes());
        element.Add(_options.Select(option => new XAttribute(AttributeName(option.Key), option.Value)));
        element.Add(_children.Select(child => child.ToXml()));
        return element;
    }

    private static XName AttributeName(string key) =>
        key.StartsWith("xml:", StringComparison.Ordinal) ? XNamespace.Xml + key[4..] : key;
}
