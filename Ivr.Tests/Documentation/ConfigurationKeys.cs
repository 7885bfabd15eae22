using System.Globalization;
using System.Reflection;
using Ivr.Server.Commands;
using Ivr.Server.Database;

namespace Ivr.Tests.Documentation;

/// <summary>All keys of the server's configuration, read from its options classes.</summary>
internal static class ConfigurationKeys
{
    private const BindingFlags OwnProperties = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <summary>The keys. A section with free names, such as lines, is <c>Lines:*</c>.</summary>
    public static IReadOnlySet<string> All { get; } = Types()
        .SelectMany(type => Keys(SectionOf(type)!, type)).Select(key => key.Key)
        .Append($"ConnectionStrings:{DatabaseServices.ConnectionName}")
        .Append("Urls")
        .Append("Logging:Console:FormatterName")
        .Append("Lines:*")
        .Append("Voices:*")
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The defaults of the keys that have one, as text.</summary>
    public static IReadOnlyDictionary<string, string> Defaults { get; } = Types()
        .SelectMany(type => Keys(SectionOf(type)!, type))
        .Select(key => (key.Key, Default: Convert.ToString(key.Default, CultureInfo.InvariantCulture)))
        .Where(key => !string.IsNullOrEmpty(key.Default) && !key.Default.StartsWith("System.", StringComparison.Ordinal))
        .ToDictionary(key => key.Key, key => key.Default!, StringComparer.Ordinal);

    private static IEnumerable<Type> Types() => typeof(VoiceServer).Assembly.GetTypes().Where(type => SectionOf(type) is not null);

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)?.GetRawConstantValue() as string;

    private static IEnumerable<(string Key, object? Default)> Keys(string section, Type type)
    {
        var options = Activator.CreateInstance(type);
        return type.GetProperties(OwnProperties).SelectMany(property => property.PropertyType is { IsEnum: false } nested && nested.Assembly == typeof(VoiceServer).Assembly
            ? Keys($"{section}:{property.Name}", nested)
            : [($"{section}:{property.Name}", property.GetValue(options))]);
    }
}
