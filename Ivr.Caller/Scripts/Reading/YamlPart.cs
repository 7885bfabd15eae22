using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>A YAML node with its position. Every scalar is text, so that leading zeros and plus signs are kept.</summary>
internal abstract record YamlPart(Mark At)
{
    /// <summary>What the node is, in words for error messages.</summary>
    public abstract string Kind { get; }
}

internal sealed record TextNode(Mark At, string Text) : YamlPart(At)
{
    private const int LongestShown = 60;

    public override string Kind => Text.Length == 0 ? "nothing" : $"\"{(Text.Length > LongestShown ? Text[..LongestShown] + "..." : Text)}\"";
}

internal sealed record ListNode(Mark At, IReadOnlyList<YamlPart> Items) : YamlPart(At)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(Mark At, IReadOnlyList<(TextNode Key, YamlPart Value)> Entries) : YamlPart(At)
{
    public override string Kind => "keys and values";

    public YamlPart? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;
}
