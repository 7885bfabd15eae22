namespace Ivr.Caller.Commands.Common;

/// <summary>
/// Wraps a text beside its heading. It breaks lines between words at the width of the terminal, and aligns all lines with the first.
/// </summary>
internal static class WrappedText
{
    private const int Narrowest = 20;

    /// <summary>Returns the lines without the heading.</summary>
    /// <param name="words">The words. No word is broken.</param>
    /// <param name="indent">The columns that the heading takes.</param>
    /// <param name="width">The columns of the terminal.</param>
    public static IReadOnlyList<string> Lines(IEnumerable<string> words, int indent, int width)
    {
        // The last column stays free, because some terminals begin a new line when it is filled.
        var room = Math.Max(Narrowest, width - indent - 1);
        var lines = new List<string>();
        foreach (var word in words)
        {
            if (lines is [.., var last] && last.Length + 1 + word.Length <= room) lines[^1] = $"{last} {word}";
            else lines.Add(word);
        }

        return lines;
    }
}
