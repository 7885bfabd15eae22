using System.Threading.Channels;
using Ivr.Server.Database;
using Ivr.Server.Secured.Entries;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// All readers on this node of one company's day. When something was recorded, the database is queried once for all readers, and each gets
/// the result through its own queue. A reader whose queue is full is disconnected; it reconnects and catches up.
/// </summary>
internal sealed class LiveRoom : IDisposable
{
    private const int MaxUnread = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _lock = new();
    private readonly List<Channel<LiveBatch>> _readers = [];
    private readonly long _companyId;
    private readonly LiveQuery _query;

    public LiveRoom(long companyId, LiveQuery query)
    {
        (_companyId, _query) = (companyId, query);
        var first = query.NowAsync(companyId, _closing.Token);
        Ready = first;
        _ = PumpAsync(first);
    }

    /// <summary>Completes when the first position is known: no later COMMIT is missed. Fails when the database is not available.</summary>
    public Task Ready { get; }

    /// <summary>Starts a query, because something was recorded or may have been.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Adds a reader.</summary>
    public ChannelReader<LiveBatch> Join()
    {
        var reader = Channel.CreateBounded<LiveBatch>(MaxUnread);
        lock (_lock)
            _readers.Add(reader);
        return reader.Reader;
    }

    /// <summary>Removes a reader. Returns true when it was the last.</summary>
    public bool Leave(ChannelReader<LiveBatch> reader)
    {
        lock (_lock)
        {
            _readers.RemoveAll(one => one.Reader == reader);
            return _readers.Count == 0;
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task PumpAsync(Task<LivePosition> first)
    {
        var closing = _closing.Token;
        var seen = new HashSet<(string, int)>();
        try
        {
            var position = await first;
            while (await _wake.Reader.ReadAsync(closing))
            {
                try
                {
                    var batch = await _query.SinceAsync(_companyId, position, closing);
                    position = batch.Position;
                    Send(batch with { Entries = Unseen(batch.Entries), Corrected = Unseen(batch.Corrected) });
                    // What was committed between the position and the query comes again with the next query.
                    seen = [.. batch.Entries.Concat(batch.Corrected).Select(Version)];
                }
                catch (Exception e) when (Db.IsFault(e))
                {
                    // The position has not moved, so the next query returns the same entries.
                    await Task.Delay(Pause, closing);
                    Wake();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException || Db.IsFault(e))
        {
            // The room was closed, or it never started and its readers got the exception.
        }

        List<Entry> Unseen(IReadOnlyList<Entry> entries) => [.. entries.Where(entry => !seen.Contains(Version(entry)))];
    }

    private static (string Reference, int Corrections) Version(Entry entry) => (entry.Reference, entry.Corrections);

    private void Send(LiveBatch batch)
    {
        lock (_lock)
        {
            foreach (var reader in _readers.Where(reader => !reader.Writer.TryWrite(batch)))
                reader.Writer.TryComplete();
        }
    }
}
