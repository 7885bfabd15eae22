using System.Threading.Channels;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// Appends lines to the journal and flushes them to disk. Lines that come while the disk is busy are flushed together by the next
/// write.
/// </summary>
internal sealed class JournalWriter : IAsyncDisposable
{
    private readonly Channel<Pending> _pending = Channel.CreateUnbounded<Pending>(new() { SingleReader = true });
    private readonly Lock _file = new();
    private readonly JournalFolder _folder;
    private readonly Task _writing;
    private bool _isTorn;
    private bool _hasContent;

    /// <summary>A writer at the end of the folder's journal.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="hasContent">Whether the present file has something for the database.</param>
    public JournalWriter(JournalFolder folder, bool hasContent)
    {
        _hasContent = hasContent;
        _folder = folder;
        _isTorn = File.Exists(folder.CurrentFile) && JournalReader.IsTorn(folder.CurrentFile);
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Whether the present file has something for the database.</summary>
    public bool HasContent => Volatile.Read(ref _hasContent);

    /// <summary>Appends a line.</summary>
    /// <returns>Done when the line is on disk.</returns>
    /// <exception cref="JournalInDoubtException">It may be, or not.</exception>
    /// <exception cref="IOException">It is not: the disk is full, or gone.</exception>
    /// <exception cref="UnauthorizedAccessException">The disk cannot be written to.</exception>
    public Task AppendAsync(JournalLine line)
    {
        var pending = new Pending(line.ToBytes(), IsContent: line is not NodeTaken);
        return _pending.Writer.TryWrite(pending) ? pending.Written.Task : Task.FromException(new IOException("The journal is closed."));
    }

    /// <summary>Begins a new file, and puts the present one with those that wait.</summary>
    /// <param name="first">The first line of the new file.</param>
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

    /// <inheritdoc/>
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
#pragma warning disable CA1031 // Whatever it is, those who wait must hear that nothing was kept.
            catch (Exception e)
#pragma warning restore CA1031
            {
                batch.ForEach(pending => pending.Written.SetException(e is IOException or UnauthorizedAccessException ? e : new IOException(e.Message, e)));
            }
        }
    }

    // All of it or nothing: of lines that were written together the first may stand there whole when the last did not fit.
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
            // Half a line may stand at the end: the next one begins on a line of its own.
            _isTorn = true;
            throw new JournalInDoubtException(e);
        }
    }

    private sealed record Pending(byte[] Bytes, bool IsContent)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
