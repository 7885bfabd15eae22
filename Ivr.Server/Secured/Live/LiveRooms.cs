using System.Threading.Channels;

namespace Ivr.Server.Secured.Live;

/// <summary>The rooms of this node that somebody is in, by company.</summary>
internal sealed class LiveRooms(LiveQuery query)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LiveRoom> _rooms = new(StringComparer.Ordinal);
    private TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True while somebody reads.</summary>
    public bool HasReaders
    {
        get
        {
            lock (_lock)
                return _rooms.Count > 0;
        }
    }

    /// <summary>Waits until somebody reads.</summary>
    public Task WaitForReaderAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return _rooms.Count > 0 ? Task.CompletedTask : _first.Task.WaitAsync(cancellation);
    }

    /// <summary>Something was recorded for a company.</summary>
    public void Wake(string companyCode)
    {
        lock (_lock)
            _rooms.GetValueOrDefault(companyCode)?.Wake();
    }

    /// <summary>Nobody knows what was recorded meanwhile.</summary>
    public void WakeAll()
    {
        lock (_lock)
        {
            foreach (var room in _rooms.Values)
                room.Wake();
        }
    }

    /// <summary>Reads what is recorded for a company from now on.</summary>
    /// <param name="companyId">The company.</param>
    /// <param name="companyCode">Its code, by which PostgreSQL tells of entries.</param>
    /// <param name="read">Reads until it has enough. Whatever is committed after it began comes to it, unless it is too slow.</param>
    /// <exception cref="Npgsql.NpgsqlException">The database is away.</exception>
    internal async Task ReadAsync(long companyId, string companyCode, Func<ChannelReader<LiveBatch>, Task> read)
    {
        var (room, reader) = Join(companyId, companyCode);
        try
        {
            await room.Ready;
            await read(reader);
        }
        finally
        {
            Leave(companyCode, room, reader);
        }
    }

    private (LiveRoom Room, ChannelReader<LiveBatch> Reader) Join(long companyId, string companyCode)
    {
        lock (_lock)
        {
            // One that never got ready is given up by those in it; who comes later gets another.
            if (!_rooms.TryGetValue(companyCode, out var room) || room.Ready.IsFaulted)
                _rooms[companyCode] = room = new(companyId, query);
            _first.TrySetResult();
            return (room, room.Join());
        }
    }

    private void Leave(string companyCode, LiveRoom room, ChannelReader<LiveBatch> reader)
    {
        lock (_lock)
        {
            if (!room.Leave(reader))
                return;
            room.Dispose();
            if (_rooms.TryGetValue(companyCode, out var current) && current == room)
                _rooms.Remove(companyCode);
            if (_rooms.Count == 0 && _first.Task.IsCompleted)
                _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }
}
