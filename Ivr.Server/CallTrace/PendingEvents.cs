using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Ivr.Server.CallTrace;

/// <summary>
/// Events that wait to be written. Nobody waits to add one. When there are too many the oldest goes: what comes later in a call counts
/// what came before.
/// </summary>
internal sealed class PendingEvents
{
    private readonly Channel<CallEvent> _events;
    private int _late;

    /// <summary>None yet.</summary>
    public PendingEvents(IOptions<TraceOptions> options, TraceMeter meter)
    {
        _events = Channel.CreateBounded<CallEvent>(
            new BoundedChannelOptions(options.Value.MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            itemDropped: _ => meter.Lost(1, "full"));
        meter.Watch(() => Waiting);
    }

    /// <summary>How many wait.</summary>
    public int Waiting => _events.Reader.Count + Late;

    /// <summary>How many of those that wait were taken already, and could not be written.</summary>
    public int Late
    {
        get => Volatile.Read(ref _late);
        set => Volatile.Write(ref _late, value);
    }

    /// <summary>Adds one; null is none.</summary>
    public void Add(CallEvent? next)
    {
        if (next is not null)
            _events.Writer.TryWrite(next);
    }

    /// <summary>No more will come.</summary>
    public void Complete() => _events.Writer.TryComplete();

    /// <summary>Waits for some.</summary>
    /// <returns>False when none is left and no more will come.</returns>
    public ValueTask<bool> WaitAsync() => _events.Reader.WaitToReadAsync();

    /// <summary>Takes the oldest, if there is one.</summary>
    public bool TryTake([MaybeNullWhen(false)] out CallEvent next) => _events.Reader.TryRead(out next);
}
