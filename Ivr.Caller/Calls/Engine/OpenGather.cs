using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Calls.Engine;

/// <summary>A Gather that waits: its keys so far, and its timer.</summary>
internal sealed class OpenGather(Gather gather, Transcript transcript, CallTime time, TimeSpan promptsEnd)
{
    /// <summary>From one key to the next, for a caller who knows the number.</summary>
    private static readonly TimeSpan TimePerKey = TimeSpan.FromSeconds(0.3);

    private readonly GatherInput _input = new(gather);
    private Keyed? _keyed;
    private TimeSpan? _lastKey;

    public Gather Gather => gather;

    public bool HasKeys => _keyed is not null;

    /// <summary>The moment of the time-out: counted from the end of the prompts, or from the last key once there is one.</summary>
    public TimeSpan Deadline => TimerStart + gather.Timeout;

    private TimeSpan TimerStart => _lastKey ?? promptsEnd;

    public void ListenToPrompts()
    {
        if (!HasKeys) time.PassUntil(promptsEnd);
    }

    /// <summary>Listens for as long as somebody really did, be it in the middle of a prompt, but never past the time-out.</summary>
    /// <param name="real">From the beginning of the prompts.</param>
    /// <param name="toTheEnd">Whether the prompts were heard out in that time, however long they were thought to be.</param>
    public void ListenFor(TimeSpan real, bool toTheEnd)
    {
        if (HasKeys) return;
        var until = time.Elapsed + real;
        if (toTheEnd && until < promptsEnd) until = promptsEnd;
        time.PassUntil(until < Deadline ? until : Deadline);
    }

    /// <summary>Presses a key now; the first one stops the prompts.</summary>
    public GatherOutcome? Press(char key)
    {
        _lastKey = time.Elapsed;
        if (!HasKeys) transcript.CutAt(time.Elapsed);
        var outcome = _input.Press(key);
        time.Pass(TimePerKey);
        Write(key, outcome?.End ?? GatherEnd.None);
        return outcome;
    }

    /// <summary>Lets the timer run out.</summary>
    public GatherOutcome TimeOut()
    {
        ListenToPrompts();
        var since = time.Elapsed;
        time.PassUntil(Deadline);
        Close(GatherEnd.Timeout);
        transcript.Add(new Silence(since, time.Elapsed - since, ByCaller: true));
        return _input.TimeOut();
    }

    /// <summary>The caller is gone in the middle of a prompt.</summary>
    public void CutOff()
    {
        if (!HasKeys) transcript.CutAt(time.Elapsed);
    }

    /// <summary>The caller is gone: keys not yet sent never will be.</summary>
    public void Abandon() => Close(GatherEnd.HangUp);

    private void Close(GatherEnd end)
    {
        if (_keyed is not null) transcript.ReplaceLast(_keyed with { End = end });
    }

    private void Write(char key, GatherEnd end)
    {
        var first = _keyed is null;
        var at = _keyed?.At ?? _lastKey!.Value;
        _keyed = new Keyed(at, time.Elapsed - at, _keyed?.Keys + key, end);
        if (first) transcript.Add(_keyed);
        else transcript.ReplaceLast(_keyed);
    }
}
