namespace Ivr.Caller.Calls;

/// <summary>The keys of a telephone.</summary>
internal static class Keys
{
    /// <summary>Returns the keys without the spaces, which are only for readability.</summary>
    /// <exception cref="ArgumentException">There is another character, or no key at all.</exception>
    public static string Of(string keys)
    {
        var pressed = keys.Replace(" ", "", StringComparison.Ordinal);
        if (pressed.Length == 0) throw new ArgumentException("No key to press.", nameof(keys));
        return pressed.All(IsKey)
            ? pressed
            : throw new ArgumentException($"A telephone has no key '{pressed.First(key => !IsKey(key))}'.", nameof(keys));
    }

    public static bool IsKey(char key) => key is (>= '0' and <= '9') or '#' or '*';
}
