using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Keys typed ahead: 0-9, #, *, and w or a comma, which lets the current question time out. Spaces are ignored.</summary>
internal sealed class TypedKeys(string keys)
{
    public const char Silence = 'w';

    private readonly Queue<char> _keys = new(Clean(keys));

    public int Left => _keys.Count;

    /// <summary>Returns the next key or <see cref="Silence"/>; null when no key is left.</summary>
    public char? Next() => _keys.TryDequeue(out var key) ? key : null;

    public void Add(string more)
    {
        foreach (var key in Clean(more)) _keys.Enqueue(key);
    }

    /// <summary>Returns the first character that is not a key; null when all are keys.</summary>
    public static char? Unknown(string keys)
    {
        var wrong = Clean(keys).FirstOrDefault(key => key != Silence && !Keys.IsKey(key));
        return wrong == '\0' ? null : wrong;
    }

    private static string Clean(string keys) =>
        keys.Replace(" ", "", StringComparison.Ordinal).Replace(',', Silence);
}
