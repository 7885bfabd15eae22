namespace Ivr.Caller.Commands.Common;

/// <summary>A text beside its heading: broken between words where the terminal ends, and each further line begins where the first did.</summary>
internal static class WrappedText
{
    private const int Narrowest = 20;

    /// <summary>The lines, without what stands before them.</summary>
    /// <param name="words">What is not to be broken in itself.</param>
    /// <param name="indent">Columns that the heading takes.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IReadOnlyList<string> Lines(IEnumerable<string> words, int indent, int width)
    {
        // The last column stays free: a terminal that has filled it may begin a line by itself.
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
