using System.Globalization;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// The folder of one server's journal: the file that is written, those that wait to be loaded, those that the database has.
/// Only this user may read it, and only one process at a time may have it.
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

    /// <summary>Takes the folder, and makes it when it is missing.</summary>
    /// <exception cref="OptionsValidationException">There is none, it cannot be written to, or another process has it.</exception>
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

    /// <summary>The file that is written now.</summary>
    public string CurrentFile => In(Current);

    /// <summary>The files that the database does not have yet, oldest first.</summary>
    public IReadOnlyList<string> WaitingFiles => Files(Waiting);

    /// <summary>All files, oldest first; the one that is written last.</summary>
    public IReadOnlyList<string> AllFiles =>
    [
        .. Files(Loaded).Concat(Files(Waiting)).OrderBy(Path.GetFileNameWithoutExtension, StringComparer.Ordinal),
        .. File.Exists(CurrentFile) ? [CurrentFile] : Array.Empty<string>(),
    ];

    /// <summary>Opens the file that is written now, at its end.</summary>
    /// <remarks>Each time anew, so that the disk is seen as it is now, and whoever reads along is not in the way.</remarks>
    /// <exception cref="IOException">It cannot be.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be.</exception>
    public FileStream OpenCurrent() => new(CurrentFile, new FileStreamOptions
    {
        Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0, UnixCreateMode = OwnerOnly,
    });

    /// <summary>Keeps something that is no journal: the copy of the key ring, as a whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be.</exception>
    public void WriteKeyRing(byte[] copy)
    {
        lock (_writing)
        {
            // Keys are renewed by a task that nobody waits for. It may end after the server did, and the folder be another process's by then.
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

    /// <summary>The copy of the key ring; null when there is none.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It must not be.</exception>
    public byte[]? ReadKeyRing() => File.Exists(In(KeyRing)) ? File.ReadAllBytes(In(KeyRing)) : null;

    /// <summary>Puts the file that is written now with those that wait.</summary>
    public void SetAside()
    {
        var last = AllFiles.Where(file => file != CurrentFile).Select(NumberOf).DefaultIfEmpty(0).Max();
        File.Move(CurrentFile, In(string.Create(CultureInfo.InvariantCulture, $"{Current}-{last + 1:000000}{Waiting}")));
    }

    /// <summary>Notes that the database has all of a file.</summary>
    public static void NoteLoaded(string file)
    {
        File.Move(file, Path.ChangeExtension(file, Loaded));
        File.SetLastWriteTimeUtc(Path.ChangeExtension(file, Loaded), DateTime.UtcNow);
    }

    /// <summary>Deletes files that the database has had since before a moment; the newest stays, for its number and references.</summary>
    public void DeleteLoadedBefore(DateTime utc)
    {
        foreach (var file in Files(Loaded).SkipLast(1).Where(file => File.GetLastWriteTimeUtc(file) < utc))
            File.Delete(file);
    }

    /// <inheritdoc/>
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
