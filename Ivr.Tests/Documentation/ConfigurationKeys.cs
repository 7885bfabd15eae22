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
        .SelectMany(type => Keys(SectionOf(type)!, type))
        .Append($"ConnectionStrings:{DatabaseServices.ConnectionName}")
        .Append("Urls")
        .Append("Logging:Console:FormatterName")
        .Append("Lines:*")
        .Append("Voices:*")
        .ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Type> Types() => typeof(VoiceServer).Assembly.GetTypes().Where(type => SectionOf(type) is not null);

    private static string? SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)?.GetRawConstantValue() as string;

    private static IEnumerable<string> Keys(string section, Type type) => type.GetProperties(OwnProperties).SelectMany(property =>
        property.PropertyType.Assembly == typeof(VoiceServer).Assembly
            ? Keys($"{section}:{property.Name}", property.PropertyType)
            : [$"{section}:{property.Name}"]);
}
