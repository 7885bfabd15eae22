using Ivr.Server.Emergency.Journals;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>Reads a server's journal from outside while the server writes it.</summary>
internal static class LeftOnDisk
{
    /// <summary>Whether the server has a node number, which it needs to give references.</summary>
    public static bool HasNode(string folder) => Current(folder).Any(line => line is NodeTaken);

    /// <summary>The number of entries in the file that is currently written.</summary>
    public static int Entries(string folder) => Current(folder).Count(line => line is EntryLeft);

    /// <summary>
    /// Whether the database has all entries of the journal. The server renames a file before it loads it, so this checks the current file
    /// first.
    /// </summary>
    public static bool IsLoaded(string folder) => Current(folder).All(line => line is NodeTaken) && Waiting(folder).Length == 0;

    /// <summary>Deletes the current file with the entries that are not loaded yet, as the loss of a disk does.</summary>
    public static void Lose(string folder) => File.Delete(PathOf(folder));

    private static string PathOf(string folder) => Path.Combine(folder, "journal");

    private static string[] Waiting(string folder) => Directory.GetFiles(folder, "*.waiting");

    private static IReadOnlyList<JournalLine> Current(string folder)
    {
        try
        {
            return [.. JournalReader.Read(PathOf(folder)).Select(line => line.Content)];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // The file does not exist yet, or was just renamed.
            return [];
        }
    }
}
