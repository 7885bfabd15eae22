using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Reading;

namespace Ivr.Caller.Replay;

/// <summary>Reads the scripts that were named. All scripts are read before the first call is made.</summary>
internal static class Playlist
{
    /// <summary>Reads files, and folders with all their scripts.</summary>
    /// <param name="paths">The paths as they were typed.</param>
    /// <param name="directory">The base directory of the paths.</param>
    /// <param name="filter">The text that the path or the title must contain; null for all scripts.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    /// <exception cref="UsageException">
    /// A file does not exist, or scripts are invalid. The message lists everything that is wrong.
    /// </exception>
    public static async Task<IReadOnlyList<(string Topic, ScriptFile File)>> ReadAsync(
        IEnumerable<string> paths, string directory, string? filter, CancellationToken cancellationToken)
    {
        List<(string, ScriptFile)> files = [];
        List<string> errors = [];
        foreach (var (topic, path) in paths.SelectMany(path => Find(path, directory)).DistinctBy(file => file.Path))
        {
            try
            {
                var text = await File.ReadAllTextAsync(Path.Combine(directory, path), cancellationToken);
                var file = ScriptFile.Parse(path, text);
                if (filter is null || path.Contains(filter, StringComparison.OrdinalIgnoreCase) || IsTitled(file, filter))
                    files.Add((topic, file));
            }
            catch (ScriptErrorException wrong)
            {
                errors.Add(wrong.Message);
            }
            catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
            {
                errors.Add($"{path}: {unreadable.Message}");
            }
        }

        if (errors.Count > 0)
            throw new UsageException($"{string.Join('\n', errors)}\nNothing was dialled.");
        return files.Count > 0 ? files : throw new UsageException("There is no script to play.");
    }

    private static bool IsTitled(ScriptFile file, string filter) =>
        file.Runs.Any(run => run.Script.Title.Contains(filter, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(string Topic, string Path)> Find(string path, string directory)
    {
        var full = Path.GetFullPath(path, directory);
        if (!Directory.Exists(full))
            return [(Path.GetFileName(Path.GetDirectoryName(full))!, path)];
        return Directory.EnumerateFiles(full, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (Topic(full, file), Path.Combine(path, Path.GetRelativePath(full, file))));
    }

    private static string Topic(string folder, string file)
    {
        var topic = Path.GetDirectoryName(Path.GetRelativePath(folder, file))!;
        return topic.Length > 0 ? topic.Replace('\\', '/') : Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
    }
}
