using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>One key of a part of a script: the property that it fills.</summary>
internal sealed record ScriptKey(string Name, PropertyInfo Property)
{
    /// <summary>Whether the part cannot do without it.</summary>
    public bool IsRequired => Property.IsDefined(typeof(RequiredMemberAttribute));

    /// <summary>The type of its value.</summary>
    public Type Type => Nullable.GetUnderlyingType(Property.PropertyType) ?? Property.PropertyType;

    /// <summary>The type of an item, when the value is a list.</summary>
    public Type? ItemType => Type.IsGenericType ? Type.GetGenericArguments()[0] : null;
}

/// <summary>A step: its name, its type, and its keys, of which the first has the step's name.</summary>
internal sealed record StepKind(string Name, Type Type, IReadOnlyList<ScriptKey> Keys)
{
    /// <summary>Whether the name alone is the whole step.</summary>
    public bool MayBeOneWord => !Keys.Any(key => key.IsRequired);

    /// <summary>Whether the step has a value at all.</summary>
    public bool HasValue => Keys.Any(key => key.Name == Name);
}

/// <summary>The words of the format: what the model's types and properties are called in a script.</summary>
internal static partial class ScriptKeys
{
    private const string NameSuffix = "Step";

    /// <summary>Every step there is.</summary>
    public static IReadOnlyList<StepKind> Steps { get; } =
    [
        .. from type in typeof(ScriptStep).Assembly.GetTypes()
           where type.IsSubclassOf(typeof(ScriptStep))
           orderby type.MetadataToken
           select new StepKind(Words(type.Name[..^NameSuffix.Length]), type, Of(type)),
    ];

    /// <summary>The keys of a part.</summary>
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

    /// <summary>The words of an enumeration.</summary>
    public static IReadOnlyList<string> Values(Type enumeration) => [.. Enum.GetNames(enumeration).Select(name => Words(name))];

    private static string Words(string name, char separator = ' ') => Boundary().Replace(name, $"{separator}").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Boundary();
}
