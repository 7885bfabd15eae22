using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Ivr.Caller.Scripts.Schema;

/// <summary>Reads the summaries in the code from the XML documentation file that the build writes beside the program.</summary>
internal sealed partial class SchemaDocs
{
    private readonly Dictionary<string, string> _summaries;

    public SchemaDocs()
    {
        var file = Path.ChangeExtension(typeof(SchemaDocs).Assembly.Location, ".xml");
        _summaries = XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => Spaces().Replace(member.Element("summary")!.Value, " ").Trim());
    }

    public string Of(Type type) => _summaries[$"T:{type.FullName}"];

    public string Of(PropertyInfo property) => _summaries[$"P:{property.DeclaringType!.FullName}.{property.Name}"];

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spaces();
}
