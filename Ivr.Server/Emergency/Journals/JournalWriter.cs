using System.Threading.Channels;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// Appends lines to the journal and flushes them to disk. Lines that arrive while the disk is busy are flushed together by the next write.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly Lock _file = new();
    private readonly JournalFolder _folder;
    private readonly Task _writing;
    private bool _isTorn;
    private bool _hasContent;

    /// <summary>Starts to append to the folder's current file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="hasContent">Whether the current file has lines for the database.</param>
    public JournalWriter(JournalFolder folder, bool hasContent)
    {
        _hasContent = hasContent;
        _folder = folder;
        _isTorn = File.Exists(folder.CurrentFile) && JournalReader.IsTorn(folder.CurrentFile);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Whether the current file has lines for the database.</summary>
    public bool HasContent => Volatile.Read(ref _hasContent);

    /// <summary>Queues a line. The task completes after the line is flushed to disk.</summary>
    /// <exception cref="JournalInDoubtException">It is not known whether the line is on disk.</exception>
    /// <exception cref="IOException">The line is not on disk: the disk is full or missing, or the journal is closed.</exception>
    /// <exception cref="UnauthorizedAccessException">The line is not on disk: access is denied.</exception>
    public Task AppendAsync(JournalLine line)
    {
        var pending = new Pending(line.ToBytes(), IsContent: line is not NodeTaken);
        return _pending.Writer.TryWrite(pending) ? pending.Written.Task : Task.FromException(new IOException("The journal is closed."));
    }

    /// <summary>Moves the current file to the files that wait to be loaded, and starts a new one.</summary>
    /// <param name="first">Creates the first line of the new file.</param>
    public void StartNewFile(Func<JournalLine> first)
    {
        lock (_file)
        {
            _folder.SetAside();
            Volatile.Write(ref _hasContent, false);
            _isTorn = false;
            Write(first().ToBytes());
        }
    }

    public async ValueTask DisposeAsync()
    {
        _pending.Writer.TryComplete();
        await _writing;
    }

    private async Task WriteAsync()
    {
        while (await _pending.Reader.WaitToReadAsync())
        {
            var batch = new List<Pending>();
            while (_pending.Reader.TryRead(out var pending))
                batch.Add(pending);
            try
            {
                lock (_file)
                {
                    Volatile.Write(ref _hasContent, _hasContent || batch.Exists(pending => pending.IsContent));
                    Write([.. batch.SelectMany(pending => pending.Bytes)]);
                }

                batch.ForEach(pending => pending.Written.SetResult());
            }
#pragma warning disable CA1031 // After any error the waiting calls must learn that nothing was stored.
            catch (Exception e)
#pragma warning restore CA1031
            {
                batch.ForEach(pending => pending.Written.SetException(e is IOException or UnauthorizedAccessException ? e : new IOException(e.Message, e)));
            }
        }
    }

    // Writes all bytes or none. Otherwise the first lines of a batch could be complete on disk when the disk is too full for the last ones.
    private void Write(byte[] bytes)
    {
        using var file = _folder.OpenCurrent();
        var length = file.Length;
        try
        {
            file.Write([.. _isTorn ? "\n"u8.ToArray() : [], .. bytes]);
            file.Flush(flushToDisk: true);
            _isTorn = false;
        }
        catch
        {
            TakeBack(file, length);
            throw;
        }
    }

    private void TakeBack(FileStream file, long length)
    {
        try
        {
            if (file.Length == length)
                return;
            file.SetLength(length);
            file.Flush(flushToDisk: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The file may end with a part of a line, so the next line starts with a line break.
            _isTorn = true;
            throw new JournalInDoubtException(e);
        }
    }

    private sealed record Pending(byte[] Bytes, bool IsContent)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
