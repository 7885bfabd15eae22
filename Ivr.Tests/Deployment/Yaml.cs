using YamlDotNet.RepresentationModel;

namespace Ivr.Tests.Deployment;

/// <summary>Finds things in YAML.</summary>
internal static class Yaml
{
    /// <summary>What is at the end of a path of keys.</summary>
    public static YamlNode At(this YamlNode node, params string[] path) => path.Aggregate(node, (at, key) => at[key]);

    /// <summary>The text at the end of a path of keys.</summary>
    public static string Text(this YamlNode node, params string[] path) => ((YamlScalarNode)node.At(path)).Value!;

    /// <summary>Whether it has a key.</summary>
    public static bool Has(this YamlNode node, string key) => ((YamlMappingNode)node).Children.ContainsKey(key);

    /// <summary>The keys of a mapping, and what they hold.</summary>
    public static IEnumerable<(string Name, YamlNode Value)> Fields(this YamlNode node) =>
        ((YamlMappingNode)node).Children.Select(field => (((YamlScalarNode)field.Key).Value!, field.Value));

    /// <summary>The items of a list.</summary>
    public static IEnumerable<YamlNode> Items(this YamlNode node) => ((YamlSequenceNode)node).Children;
}
