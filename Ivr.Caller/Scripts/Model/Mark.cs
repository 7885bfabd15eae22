namespace Ivr.Caller.Scripts.Model;

/// <summary>A position in a script. Line and column count from 1.</summary>
internal sealed record Mark(int Line, int Column);

/// <summary>A part of a script with its position.</summary>
internal abstract record ScriptPart
{
    public Mark At { get; internal set; } = new(1, 1);

    /// <summary>The positions of its keys.</summary>
    internal Dictionary<string, Mark> KeysAt { get; } = [];

    /// <summary>The position of a key; the position of the part itself when it has no such key.</summary>
    internal Mark AtKey(string key) => KeysAt.TryGetValue(key, out var at) ? at : At;
}
