using System.Globalization;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// The folder of one server's journal: the current file, the files that wait to be loaded, and the loaded files. Only this operating system
/// user can read it, and only one process at a time can lock it.
/// </summary>
internal sealed class JournalFolder : IDisposable
{
    private const string Current = "journal";
    private const string Waiting = ".waiting";
    private const string Loaded = ".loaded";
    private const string KeyRing = "key-ring";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _path;
    private readonly FileStream _lock;
    private readonly Lock _writing = new();
    private bool _isDisposed;

    /// <summary>Locks the folder. Creates it when it is missing.</summary>
    /// <exception cref="OptionsValidationException">
    /// The folder is not configured, is not writable, or is locked by another process.
    /// </exception>
    public JournalFolder(IOptions<EmergencyOptions> options)
    {
        _path = Path.GetFullPath(options.Value.JournalFolder!);
        try
        {
            Directory.CreateDirectory(_path, OwnerOnly | UnixFileMode.UserExecute);
            _lock = new(In("lock"), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = OwnerOnly,
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Wrong($"is {_path}, which cannot be used: {e.Message}");
        }
    }

    /// <summary>The file that lines are appended to.</summary>
    public string CurrentFile => In(Current);

    /// <summary>The files that are not yet in the database, oldest first.</summary>
    public IReadOnlyList<string> WaitingFiles => Files(Waiting);

    /// <summary>All files, oldest first. The current file is the last one.</summary>
    public IReadOnlyList<string> AllFiles =>
    [
        .. Files(Loaded).Concat(Files(Waiting)).OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal),
        .. File.Exists(CurrentFile) ? [CurrentFile] : Array.Empty<string>(),
    ];

    /// <summary>Opens the current file for appending.</summary>
    /// <remarks>
    /// Each write opens the file again, so that it sees the present state of the disk. The share mode lets others read the file.
    /// </remarks>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public FileStream OpenCurrent() => new(CurrentFile, new FileStreamOptions
    {
        Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0, UnixCreateMode = OwnerOnly,
    });

    /// <summary>Writes the copy of the key ring, atomically. It is not a part of the journal.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public void WriteKeyRing(byte[] copy)
    {
        lock (_writing)
        {
            // The framework renews keys in a task that no code awaits. It may end after this server stopped, when another process may
            // already own the folder.
            if (_isDisposed)
                return;
            var unfinished = In($"{KeyRing}.new");
            using (var file = new FileStream(unfinished, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OwnerOnly }))
            {
                file.Write(copy);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, In(KeyRing), overwrite: true);
        }
    }

    /// <summary>Reads the copy of the key ring; null when there is none.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Access is denied.</exception>
    public byte[]? ReadKeyRing() => File.Exists(In(KeyRing)) ? File.ReadAllBytes(In(KeyRing)) : null;

    /// <summary>Moves the current file to the files that wait to be loaded.</summary>
    public void SetAside()
    {
        var last = AllFiles.Where(file => file != CurrentFile).Select(NumberOf).DefaultIfEmpty(0).Max();
        File.Move(CurrentFile, In(string.Create(CultureInfo.InvariantCulture, $"{Current}-{last + 1:000000}{Waiting}")));
    }

    /// <summary>Marks a file as loaded: the database has all its lines.</summary>
    public static void NoteLoaded(string file)
    {
        File.Move(file, Path.ChangeExtension(file, Loaded));
        File.SetLastWriteTimeUtc(Path.ChangeExtension(file, Loaded), DateTime.UtcNow);
    }

    /// <summary>
    /// Deletes files that were loaded before a time. The newest loaded file stays, because it contains the node number and the last
    /// references.
    /// </summary>
    public void DeleteLoadedBefore(DateTime utc)
    {
        foreach (var file in Files(Loaded).SkipLast(1).Where(file => File.GetLastWriteTimeUtc(file) < utc))
            File.Delete(file);
    }

    public void Dispose()
    {
        lock (_writing)
            _isDisposed = true;
        _lock.Dispose();
    }

    private static int NumberOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file).Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private IReadOnlyList<string> Files(string extension) =>
        [.. Directory.EnumerateFiles(_path, $"{Current}-*{extension}").Order(StringComparer.Ordinal)];

    private string In(string name) => Path.Combine(_path, name);

    private static OptionsValidationException Wrong(string what) =>
        new(EmergencyOptions.Section, typeof(EmergencyOptions), [$"{EmergencyOptions.Section}:{nameof(EmergencyOptions.JournalFolder)} {what}"]);
}
