namespace Ivr.Server.CallTrace;

/// <summary>
/// Events that wait to be written. The first event of a call and the event that ends it are due at once. An event in between waits for the
/// next one, because the next one usually contains all its information. <c>longest</c> is the longest wait. When more than <c>most</c>
/// events wait, all are due.
/// </summary>
internal sealed class HeldEvents(TimeSpan longest, int most)
{
    private readonly Dictionary<string, HeldCall> _calls = [];

    private sealed class HeldCall
    {
        public List<CallEvent> Events { get; } = [];

        public required TimeSpan Since { get; init; }

        public bool IsDue { get; set; }
    }

    public int Count { get; private set; }

    /// <summary>
    /// Adds an event. It replaces the last event of the call when one event can stand for both. <paramref name="next"/> is later than the
    /// held events of the call, as far as that is known. <paramref name="now"/> is the time since any fixed moment.
    /// </summary>
    public void Add(CallEvent next, TimeSpan now)
    {
        if (!_calls.TryGetValue(next.CallSid, out var call))
            _calls[next.CallSid] = call = new() { Since = now };
        call.IsDue |= next.Webhooks <= 1 || next.EndedAt is not null;
        if (call.Events.Count > 0 && call.Events[^1].With(next) is { } both)
        {
            call.Events[^1] = both;
        }
        else
        {
            call.Events.Add(next);
            Count++;
        }
    }

    /// <summary>
    /// The events to write now, at most one for each call, because a statement can write a row only once. <paramref name="now"/> is the
    /// time since the same fixed moment; its maximum value returns an event of every call.
    /// </summary>
    public IEnumerable<CallEvent> Due(TimeSpan now) => _calls.Values
        .Where(call => call.IsDue || now - call.Since >= longest || Count > most)
        .Select(call => call.Events[0]);

    public void Clear()
    {
        _calls.Clear();
        Count = 0;
    }

    /// <summary>Removes events that were written or are dropped.</summary>
    public void Remove(IEnumerable<CallEvent> events)
    {
        foreach (var written in events)
        {
            var call = _calls[written.CallSid];
            call.Events.Remove(written);
            Count--;
            if (call.Events.Count == 0)
                _calls.Remove(written.CallSid);
        }
    }
}
