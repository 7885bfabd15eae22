using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Mark = Ivr.Caller.Scripts.Model.Mark;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>Reads YAML, and reports mistakes that YAML accepts silently.</summary>
internal sealed partial class NodeReader(string text, ScriptErrors errors)
{
    private const string CommentSwallows =
        "A # after a space begins a comment, so that what comes after it is not read. Put the whole value in quotes.";

    private readonly string[] _lines = text.Split('\n');

    /// <summary>Returns the document; null when there is none. The errors are then reported.</summary>
    public MapNode? Read()
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new PlainParser(new Parser(new StringReader(text))));
            if (stream.Documents is [var document] && Convert(document.RootNode) is MapNode root)
                return root;
            errors.Add(new(1, 1), "A script is one document of keys and values, such as \"title: ...\" and \"dial: ...\".");
        }
        catch (YamlException e)
        {
            errors.Add(At(e.Start), $"This is not YAML: {e.Message}{Hint((int)e.Start.Line)}");
        }

        return null;
    }

    private YamlPart Convert(YamlNode node) => node switch
    {
        YamlScalarNode scalar => Convert(scalar),
        YamlSequenceNode list => new ListNode(At(node.Start), [.. list.Children.Select(Convert)]),
        YamlMappingNode map => new MapNode(At(node.Start), [.. map.Children.Select(entry => (Key(entry.Key), Convert(entry.Value)))]),
        _ => throw new YamlException(node.Start, node.End, "this cannot be part of a script"),
    };

    private static TextNode Key(YamlNode key) => key is YamlScalarNode { Value: { } name }
        ? new(At(key.Start), name)
        : throw new YamlException(key.Start, key.End, "a key is a word");

    private TextNode Convert(YamlScalarNode scalar)
    {
        var written = scalar.Value ?? "";
        var end = scalar.End;
        var rest = end.Line >= 1 && end.Line <= _lines.Length ? _lines[end.Line - 1][(int)Math.Min(end.Column - 1, _lines[end.Line - 1].Length)..] : "";
        if (scalar.Style == ScalarStyle.Plain && (written.Length == 0 ? rest.Contains('#') : Swallowed().IsMatch(rest)))
            errors.Add(At(scalar.Start), CommentSwallows);
        return new(At(scalar.Start), written);
    }

    private string Hint(int line) => line >= 1 && line <= _lines.Length && Colons().Count(_lines[line - 1]) > 1
        ? " Put words with a colon in them in quotes."
        : "";

    private static Mark At(YamlDotNet.Core.Mark mark) => new((int)Math.Max(mark.Line, 1), (int)Math.Max(mark.Column, 1));

    [GeneratedRegex(@"^\s+#([0-9#*]|\s*$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Swallowed();

    [GeneratedRegex(@":(\s|$)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Colons();
}
