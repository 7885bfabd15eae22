namespace Ivr.Tests.Host;

/// <summary>
/// A folder that is deleted after the test. It is in memory if there is enough free space, so that no test waits for a disk.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";
    private const long Room = 2L << 30;

    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passable = Closed
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly string Above = HasRoom() ? Memory : System.IO.Path.GetTempPath();

    /// <summary>Creates the folder. With <paramref name="isClosed"/> other users have no access, as in root's home folder.</summary>
    public TemporaryFolder(bool isClosed = false)
    {
        // Other users have no access from the start, not even for a moment.
        Path = Directory.CreateDirectory(System.IO.Path.Combine(Above, NewName()), Closed).FullName;
        if (!isClosed)
            File.SetUnixFileMode(Path, Passable);
    }

    public string Path { get; }

    /// <summary>Returns a path in the folder.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file and returns its path.</summary>
    public async Task<string> WriteAsync(string name, string text)
    {
        await File.WriteAllTextAsync(In(name), text);
        return In(name);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // Short, because the path of a Unix socket has a length limit.
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
