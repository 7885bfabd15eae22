using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Ivr.Caller.Scripts.Reading;

/// <summary>
/// Rejects YAML that a few lines can make endless: deeply nested lists, and aliases, which can refer to a node that contains them.
/// </summary>
internal sealed class PlainParser(IParser parser) : IParser
{
    /// <summary>Many more levels than a script has.</summary>
    private const int Deepest = 32;

    private int _depth;

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        if (!parser.MoveNext())
            return false;
        var at = parser.Current!;
        _depth += at.NestingIncrease;
        if (_depth > Deepest)
            throw new YamlException(at.Start, at.End, "there are too many lists, or keys and values, in each other.");
        if (at is AnchorAlias)
            throw new YamlException(at.Start, at.End, "a * begins an alias, and scripts have none. Put keys that begin with * in quotes.");
        return true;
    }
}
