
namespace Ivr.Server.Development;

/// <summary>
/// Where programs are on a machine: the folders of PATH, and the folder in which Debian keeps PostgreSQL's programs by version.
/// </summary>
internal sealed record ProgramPlaces(IReadOnlyList<string> OnPath, string Debian)
{
    public static ProgramPlaces OfThisMachine { get; } = new(
        Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
        "/usr/lib/postgresql");

    /// <summary>Folders that may hold PostgreSQL: PATH first, then Debian's folders, newest version first.</summary>
    public IEnumerable<string> All => OnPath.Concat((Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
        .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
        .Select(folder => Path.Combine(folder, "bin")));

    /// <summary>Path of a program on PATH; null when it is missing.</summary>
    public string? Find(string program) => OnPath.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
