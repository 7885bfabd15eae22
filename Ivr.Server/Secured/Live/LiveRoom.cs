using System.Threading.Channels;
using Ivr.Server.Database;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// All on this node who look at one company's day. When something was recorded the database is asked once, whoever many they are, and
/// each gets the answer through a queue of its own; who reads so slowly that it is full is cut off, comes back, and catches up.
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

    /// <summary>Opens it.</summary>
    public LiveRoom(long companyId, LiveQuery query)
    {
        (_companyId, _query) = (companyId, query);
        var first = query.NowAsync(companyId, _closing.Token);
        Ready = first;
        _ = PumpAsync(first);
    }

    /// <summary>From now on nothing that is committed is missed. It fails when the database is away.</summary>
    public Task Ready { get; }

    /// <summary>Something was recorded, or may have been.</summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>One more reads.</summary>
    public ChannelReader<LiveBatch> Join()
    {
        var reader = Channel.CreateBounded<LiveBatch>(MaxUnread);
        lock (_lock)
            _readers.Add(reader);
        return reader.Reader;
    }

    /// <summary>One reads no longer.</summary>
    /// <returns>True when it was the last.</returns>
    public bool Leave(ChannelReader<LiveBatch> reader)
    {
        lock (_lock)
        {
            _readers.RemoveAll(one => one.Reader == reader);
            return _readers.Count == 0;
        }
    }

    /// <summary>Nobody reads any more.</summary>
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    private async Task PumpAsync(Task<LivePosition> first)
    {
        var closing = _closing.Token;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            var position = await first;
            while (await _wake.Reader.ReadAsync(closing))
            {
                try
                {
                    var batch = await _query.SinceAsync(_companyId, position, closing);
                    position = batch.Position;
                    Send(batch with { Entries = [.. batch.Entries.Where(entry => !seen.Contains(entry.Reference))] });
                    // What was committed between the position and the look comes with the next one too.
                    seen = batch.Entries.Select(entry => entry.Reference).ToHashSet(StringComparer.Ordinal);
                }
                catch (Exception e) when (Db.IsFault(e))
                {
                    // The position has not moved.
                    await Task.Delay(Pause, closing);
                    Wake();
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException || Db.IsFault(e))
        {
            // Closed, or it never began, and whoever waits for it has been told.
        }
    }

    private void Send(LiveBatch batch)
    {
        lock (_lock)
        {
            foreach (var reader in _readers.Where(reader => !reader.Writer.TryWrite(batch)))
                reader.Writer.TryComplete();
        }
    }
}
