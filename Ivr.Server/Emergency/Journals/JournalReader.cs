using System.Text;

namespace Ivr.Server.Emergency.Journals;

/// <summary>A journal line and its checksum, a SHA-256 in lower-case hex.</summary>
internal readonly record struct ReadLine(JournalLine Content, string Checksum);

/// <summary>Reads a journal file. It skips a line that was torn by a crash: its reference was not given to any caller.</summary>
internal static class JournalReader
{
    /// <summary>Returns the complete lines, in order.</summary>
    public static IReadOnlyList<ReadLine> Read(string file)
    {
        var lines = new List<ReadLine>();
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete), Encoding.UTF8);
        while (reader.ReadLine() is { } text)
        {
            if (JournalLine.Read(text, out var checksum) is { } line)
                lines.Add(new(line, checksum));
        }

        return lines;
    }

    /// <summary>Returns whether the file ends in the middle of a line.</summary>
    public static bool IsTorn(string file)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length == 0)
            return false;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
