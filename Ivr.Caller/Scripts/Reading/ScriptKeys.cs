using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>A key of a script part, and the property that it fills.</summary>
internal sealed record ScriptKey(string Name, PropertyInfo Property)
{
    /// <summary>Whether the part must have the key.</summary>
    public bool IsRequired => Property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>The type of the value, without Nullable.</summary>
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>The type of an item when the value is a list; null otherwise.</summary>
    public Type? ItemType => Type.IsGenericType ? Type.GetGenericArguments()[0] : null;
}

/// <summary>A kind of step, with its name, its type and its keys. The first key has the name of the step.</summary>
internal sealed record StepKind(string Name, Type Type, IReadOnlyList<ScriptKey> Keys)
{
    /// <summary>Whether the name alone can be the whole step.</summary>
    public bool MayBeOneWord => !Keys.Any(key => key.IsRequired);

    /// <summary>Whether the step has a value.</summary>
    public bool HasValue => Keys.Any(key => key.Name == Name);
}

/// <summary>The words of the format: the names of the model's types and properties, as they are written in a script.</summary>
internal static partial class ScriptKeys
{
    private const string NameSuffix = "Step";

    /// <summary>All kinds of steps.</summary>
    public static IReadOnlyList<StepKind> Steps { get; } =
    [
        .. from type in typeof(ScriptStep).Assembly.GetTypes()
           where type.IsSubclassOf(typeof(ScriptStep))
           orderby type.MetadataToken
           select new StepKind(Words(type.Name[..^NameSuffix.Length]), type, Of(type)),
    ];

    public static IReadOnlyList<ScriptKey> Of(Type part)
    {
        var separator = part.IsDefined(typeof(ColumnsAttribute)) ? '_' : ' ';
        return
        [
            .. from property in part.GetProperties()
               where property.SetMethod?.IsPublic == true
               select new ScriptKey(Words(property.Name, separator), property),
        ];
    }

    /// <summary>The words of an enumeration, as they are written in a script.</summary>
    public static IReadOnlyList<string> Values(Type enumeration) => [.. Enum.GetNames(enumeration).Select(name => Words(name))];

    private static string Words(string name, char separator = ' ') => Boundary().Replace(name, $"{separator}").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();
}
