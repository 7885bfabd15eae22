using System.Threading.Channels;

namespace Ivr.Server.Secured.Live;

/// <summary>The rooms of this node that have readers, by company.</summary>
internal sealed class LiveRooms(LiveQuery query)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, LiveRoom> _rooms = new(StringComparer.Ordinal);
    private TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True while there is a reader.</summary>
    public bool HasReaders
    {
        get
        {
            lock (_lock)
                return _rooms.Count > 0;
        }
    }

    /// <summary>Waits until there is a reader.</summary>
    public Task WaitForReaderAsync(CancellationToken cancellation)
    {
        lock (_lock)
            return _rooms.Count > 0 ? Task.CompletedTask : _first.Task.WaitAsync(cancellation);
    }

    /// <summary>Wakes the room of a company for which something was recorded.</summary>
    public void Wake(string companyCode)
    {
        lock (_lock)
            _rooms.GetValueOrDefault(companyCode)?.Wake();
    }

    /// <summary>Wakes all rooms, because notifications may have been missed.</summary>
    public void WakeAll()
    {
        lock (_lock)
        {
            foreach (var room in _rooms.Values)
                room.Wake();
        }
    }

    /// <summary>
    /// Reads the new data of a company from now on. PostgreSQL's notifications name the company by <paramref name="companyCode"/>.
    /// <paramref name="read"/> runs until it has enough, and gets everything that is committed after its start, unless it is too slow.
    /// </summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is not available.</exception>
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
            // The readers of a room that failed to start give it up. Later readers get a new room.
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
