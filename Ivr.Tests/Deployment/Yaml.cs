using YamlDotNet.RepresentationModel;

namespace Ivr.Tests.Deployment;

/// <summary>Finds nodes in a YAML document.</summary>
internal static class Yaml
{
    /// <summary>Returns the node at a path of keys.</summary>
    public static YamlNode At(this YamlNode node, params string[] path) => path.Aggregate(node, (at, key) => at[key]);

    /// <summary>Returns the scalar at a path of keys.</summary>
    public static string Text(this YamlNode node, params string[] path) => ((YamlScalarNode)node.At(path)).Value!;

    /// <summary>Whether a mapping has a key.</summary>
    public static bool Has(this YamlNode node, string key) => ((YamlMappingNode)node).Children.ContainsKey(key);

    /// <summary>The keys and values of a mapping.</summary>
    public static IEnumerable<(string Name, YamlNode Value)> Fields(this YamlNode node) =>
        ((YamlMappingNode)node).Children.Select(field => (((YamlScalarNode)field.Key).Value!, field.Value));

    public static IEnumerable<YamlNode> Items(this YamlNode node) => ((YamlSequenceNode)node).Children;
}
