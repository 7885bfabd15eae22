using Ivr.Caller.Calls;

namespace Ivr.Caller.Commands.Calling;

/// <summary>Keys typed ahead: 0-9, #, * and w or a comma, which let the question at hand time out. Spaces are for the reader.</summary>
internal sealed class TypedKeys(string keys)
{
    public const char Silence = 'w';

    private readonly Queue<char> _keys = new(Clean(keys));

    public int Left => _keys.Count;

    /// <summary>The next key, <see cref="Silence"/>, or null when none is left.</summary>
    public char? Next() => _keys.TryDequeue(out var key) ? key : null;

    public void Add(string more)
    {
        foreach (var key in Clean(more)) _keys.Enqueue(key);
    }

    /// <summary>The first character that is no key; null when all are.</summary>
    public static char? Unknown(string keys)
    {
        var wrong = Clean(keys).FirstOrDefault(key => key != Silence && !Keys.IsKey(key));
        return wrong == '\0' ? null : wrong;
    }

    private static string Clean(string keys) =>
        keys.Replace(" ", "", StringComparison.Ordinal).Replace(',', Silence);
}
