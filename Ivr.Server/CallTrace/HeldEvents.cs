namespace Ivr.Server.CallTrace;

/// <summary>
/// Events that are to be written. The first of a call is due at once, and so is what ends it; in between each mostly says all that the
/// one before it said, and waits for the next.
/// </summary>
/// <param name="longest">For how long, at most.</param>
/// <param name="most">How many may wait; when there are more all are due.</param>
internal sealed class HeldEvents(TimeSpan longest, int most)
{
    private readonly Dictionary<string, HeldCall> _calls = [];

    private sealed class HeldCall
    {
        public List<CallEvent> Events { get; } = [];

        public required TimeSpan Since { get; init; }

        public bool IsDue { get; set; }
    }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Holds one, unless one that is held can say both.</summary>
    /// <param name="next">What happened, later than what is held of the call as far as that is known.</param>
    /// <param name="now">The time, from any moment on.</param>
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

    /// <summary>Those that should be written now, at most one of each call: a row can be written once in a statement.</summary>
    /// <param name="now">The time, from the same moment on; the end of time for all that there are.</param>
    public IEnumerable<CallEvent> Due(TimeSpan now) => _calls.Values
        .Where(call => call.IsDue || now - call.Since >= longest || Count > most)
        .Select(call => call.Events[0]);

    /// <summary>All are lost.</summary>
    public void Clear()
    {
        _calls.Clear();
        Count = 0;
    }

    /// <summary>These are written, or never will be.</summary>
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
