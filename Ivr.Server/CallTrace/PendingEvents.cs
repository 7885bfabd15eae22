using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using Microsoft.Extensions.Options;

namespace Ivr.Server.CallTrace;

/// <summary>
/// Queue of events to be written. Adding never waits. A full queue drops its oldest event: later events of a call include the counts of
/// earlier ones.
/// </summary>
internal sealed class PendingEvents
{
    private readonly Channel<CallEvent> _events;
    private int _late;

    public PendingEvents(IOptions<TraceOptions> options, TraceMeter meter)
    {
        _events = Channel.CreateBounded<CallEvent>(
            new BoundedChannelOptions(options.Value.MaxWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            itemDropped: _ => meter.Lost(1, "full"));
        meter.Watch(() => Waiting);
    }

    /// <summary>Number of waiting events, in the queue and taken from it.</summary>
    public int Waiting => _events.Reader.Count + Late;

    /// <summary>Number of events that were taken from the queue and could not be written yet.</summary>
    public int Late
    {
        get => Volatile.Read(ref _late);
        set => Volatile.Write(ref _late, value);
    }

    /// <summary>Adds an event; does nothing for null.</summary>
    public void Add(CallEvent? next)
    {
        if (next is not null)
            _events.Writer.TryWrite(next);
    }

    /// <summary>Closes the queue: no more events are added.</summary>
    public void Complete() => _events.Writer.TryComplete();

    /// <summary>Waits for an event. Returns false when the queue is empty and closed.</summary>
    public ValueTask<bool> WaitAsync() => _events.Reader.WaitToReadAsync();

    /// <summary>Takes the oldest event, if there is one.</summary>
    public bool TryTake([MaybeNullWhen(false)] out CallEvent next) => _events.Reader.TryRead(out next);
}
