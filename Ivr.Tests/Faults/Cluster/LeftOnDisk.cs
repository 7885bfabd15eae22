using Ivr.Server.Emergency.Journals;

namespace Ivr.Tests.Faults.Cluster;

/// <summary>What a server's journal holds, read from outside while the server writes it.</summary>
internal static class LeftOnDisk
{
    /// <summary>Whether the server has a number to give references with.</summary>
    /// <param name="folder">The journal's folder.</param>
    public static bool HasNode(string folder) => Current(folder).Any(line => line is NodeTaken);

    /// <summary>How many entries are in the file that is written now.</summary>
    /// <param name="folder">The journal's folder.</param>
    public static int Entries(string folder) => Current(folder).Count(line => line is EntryLeft);

    /// <summary>Whether the database has all of it.</summary>
    /// <remarks>A file is set aside first and loaded then, so the one that is written now is looked at first.</remarks>
    /// <param name="folder">The journal's folder.</param>
    public static bool IsLoaded(string folder) => Current(folder).All(line => line is NodeTaken) && Waiting(folder).Length == 0;

    /// <summary>Throws away what was left and not loaded yet, as the loss of a disk does.</summary>
    /// <param name="folder">The journal's folder.</param>
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
            // Not begun yet, or just set aside.
            return [];
        }
    }
}
