
namespace Ivr.Server.Development;

/// <summary>Where programs are on a machine.</summary>
/// <param name="OnPath">The folders of the PATH.</param>
/// <param name="Debian">The folder in which Debian keeps PostgreSQL's own programs, by version.</param>
internal sealed record ProgramPlaces(IReadOnlyList<string> OnPath, string Debian)
{
    /// <summary>This machine, for this user.</summary>
    public static ProgramPlaces OfThisMachine { get; } = new(
        Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [],
        "/usr/lib/postgresql");

    /// <summary>The folders that may hold PostgreSQL: the PATH first, then Debian's, the newest version before the older ones.</summary>
    public IEnumerable<string> All => OnPath.Concat((Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [])
        .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
        .Select(folder => Path.Combine(folder, "bin")));

    /// <summary>A program on the PATH; null when it is not there.</summary>
    public string? Find(string program) => OnPath.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
