using System.Globalization;
using System.Xml.Linq;

namespace Ivr.Caller.TwiML;

/// <summary>
/// The attributes of one element. Each attribute is read by its name and checked. An attribute that was not read is unknown.
/// </summary>
internal sealed class Attributes(XElement element)
{
    private readonly List<string> _known = [];

    public string? Text(string name)
    {
        _known.Add(name);
        return element.Attribute(name)?.Value;
    }

    public int? WholeNumber(string name, int atLeast, int code)
    {
        if (Text(name) is not { } value) return null;
        if (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast) return number;
        throw Invalid(name, value, $"a whole number from {atLeast}", code);
    }

    public bool? Flag(string name, int code = TwiMLErrors.Schema) => OneOf(name, code, "true", "false") switch
    {
        null => null,
        var value => value == "true",
    };

    public HttpMethod Method(string name, int code = TwiMLErrors.Schema) =>
        OneOf(name, code, "POST", "GET") == "GET" ? HttpMethod.Get : HttpMethod.Post;

    public string? OneOf(string name, int code, params string[] allowed)
    {
        var value = Text(name);
        return value is null || allowed.Contains(value)
            ? value
            : throw Invalid(name, value, string.Join(" or ", allowed), code);
    }

    public TwiMLException Invalid(string name, string value, string expected, int code) =>
        new(code, $"<{element.Name.LocalName}> {name}=\"{value}\": expected {expected}.", element.Attribute(name));

    /// <summary>Call it last, after every attribute of the verb was read.</summary>
    public void RefuseOthers()
    {
        foreach (var attribute in element.Attributes())
        {
            var name = attribute.Name.ToString();
            if (_known.Contains(name)) continue;
            var meant = _known.Find(known => string.Equals(known, name, StringComparison.OrdinalIgnoreCase));
            var hint = meant is null ? "" : $" It is written \"{meant}\".";
            throw new TwiMLException(TwiMLErrors.Schema, $"<{element.Name.LocalName}> has no attribute \"{name}\".{hint}", attribute);
        }
    }
}
