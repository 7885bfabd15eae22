namespace Ivr.Caller.Commands.Common;

/// <summary>A file that a command was told to write.</summary>
internal static class ReportFile
{
    /// <summary>Where it is; null when none was named.</summary>
    /// <exception cref="UsageException">It cannot be there: better told now than after a thousand calls.</exception>
    public static string? Find(string? file, Terminal terminal)
    {
        if (file is null) return null;
        var path = Path.GetFullPath(file, terminal.Directory);
        return Directory.Exists(Path.GetDirectoryName(path)) && !Directory.Exists(path)
            ? path
            : throw new UsageException($"{file} cannot be written: there is no such folder, or it is one itself.");
    }

    /// <summary>Writes it, if one was named.</summary>
    /// <returns>False when it could not be written.</returns>
    public static async Task<bool> WriteAsync(string? path, Func<string, Task> write, Terminal terminal)
    {
        if (path is null)
            return true;
        try
        {
            await write(path);
            return true;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"{path} cannot be written: {failed.Message}");
            return false;
        }
    }
}
