namespace Ivr.Tests.Host;

/// <summary>A folder that is gone after the test: in memory where the machine has room there, so that no test waits for a disk.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";
    private const long Room = 2L << 30;

    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = Closed
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string Above = HasRoom() ? Memory : System.IO.Path.GetTempPath();

    /// <summary>Makes it.</summary>
    /// <param name="isClosed">Whether other users are kept out, as they are of root's home.</param>
    public TemporaryFolder(bool isClosed = false)
    {
        // Closed from the first moment on.
        Path = Directory.CreateDirectory(System.IO.Path.Combine(Above, NewName()), Closed).FullName;
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

    // Short, as a Unix socket's path has to be.
    private static string NewName() => $"ivr-tests-{System.IO.Path.GetRandomFileName().AsSpan(0, 8)}";

    private static bool HasRoom()
    {
        try
        {
            if (!Directory.Exists(Memory) || new DriveInfo(Memory).AvailableFreeSpace < Room)
                return false;
            Directory.CreateDirectory(System.IO.Path.Combine(Memory, NewName())).Delete();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
