namespace Ivr.Caller.Scripts.Model;

/// <summary>A place in a script.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record Mark(int Line, int Column);

/// <summary>A part of a script that knows where it is written.</summary>
internal abstract record ScriptPart
{
    /// <summary>Where it begins.</summary>
    public Mark At { get; internal set; } = new(1, 1);

    /// <summary>Where its keys are written.</summary>
    internal Dictionary<string, Mark> KeysAt { get; } = [];

    /// <summary>Where a key is written; the part itself when it has no such key.</summary>
    internal Mark AtKey(string key) => KeysAt.TryGetValue(key, out var at) ? at : At;
}
