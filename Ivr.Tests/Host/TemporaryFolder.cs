namespace Ivr.Tests.Host;

/// <summary>A folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const UnixFileMode Passable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Makes it.</summary>
    /// <param name="isClosed">Whether other users are kept out, as they are of root's home.</param>
    public TemporaryFolder(bool isClosed = false)
    {
        Path = Directory.CreateTempSubdirectory("ivr-tests-").FullName;
        if (!isClosed)
            File.SetUnixFileMode(Path, Passable);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>A path in it.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(In(name), text);
        return In(name);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
