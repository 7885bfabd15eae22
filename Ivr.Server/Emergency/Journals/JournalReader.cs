using System.Text;

namespace Ivr.Server.Emergency.Journals;

/// <summary>A line of a journal and its checksum.</summary>
/// <param name="Content">What it says.</param>
/// <param name="Checksum">SHA-256, lower-case hex.</param>
internal readonly record struct ReadLine(JournalLine Content, string Checksum);

/// <summary>Reads a journal's file. A line that was torn by a crash was never told to anybody, and is passed over.</summary>
internal static class JournalReader
{
    /// <summary>The lines that are whole, in order.</summary>
    /// <param name="file">The file.</param>
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

    /// <summary>Whether a file ends in the middle of a line.</summary>
    public static bool IsTorn(string file)
    {
        using var stream = File.OpenRead(file);
        if (stream.Length == 0)
            return false;
        stream.Seek(-1, SeekOrigin.End);
        return stream.ReadByte() != '\n';
    }
}
