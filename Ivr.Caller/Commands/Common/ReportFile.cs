namespace Ivr.Caller.Commands.Common;

/// <summary>A report file that a command was asked to write.</summary>
internal static class ReportFile
{
    /// <summary>Returns the full path of the file; null when no file was named.</summary>
    /// <exception cref="UsageException">The file cannot be in that place. The check is made now and not after a thousand calls.</exception>
    public static string? Find(string? file, Terminal terminal)
    {
        if (file is null) return null;
        var path = Path.GetFullPath(file, terminal.Directory);
        return Directory.Exists(Path.GetDirectoryName(path)) && !Directory.Exists(path)
            ? path
            : throw new UsageException($"{file} cannot be written: there is no such folder, or it is one itself.");
    }

    /// <summary>Writes the file, if one was named.</summary>
    /// <returns>False when the file could not be written.</returns>
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
