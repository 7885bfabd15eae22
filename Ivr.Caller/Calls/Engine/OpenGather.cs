using Ivr.Caller.Clock;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.Calls.Engine;

/// <summary>A Gather that waits for keys, with the keys so far and its timer.</summary>
internal sealed class OpenGather(Gather gather, Transcript transcript, CallTime time, TimeSpan promptsEnd)
{
    /// <summary>The time from one key to the next, for a caller who knows the number.</summary>
    public static readonly TimeSpan TimePerKey = TimeSpan.FromSeconds(0.3);

    private readonly GatherInput _input = new(gather);
    private Keyed? _keyed;
    private TimeSpan? _lastKey;

    public Gather Gather => gather;

    public bool HasKeys => _keyed is not null;

    /// <summary>The time of the timeout. It counts from the end of the prompts, or from the last key when there is one.</summary>
    public TimeSpan Deadline => TimerStart + gather.Timeout;

    private TimeSpan TimerStart => _lastKey ?? promptsEnd;

    public void ListenToPrompts()
    {
        if (!HasKeys) time.PassUntil(promptsEnd);
    }

    /// <summary>
    /// Lets the time pass that a person really listened. It may end in the middle of a prompt, but not after the timeout.
    /// </summary>
    /// <param name="real">The time since the start of the prompts.</param>
    /// <param name="toTheEnd">Whether the person heard the prompts to their end, even when their estimated length is longer.</param>
    public void ListenFor(TimeSpan real, bool toTheEnd)
    {
        if (HasKeys) return;
        var until = time.Elapsed + real;
        if (toTheEnd && until < promptsEnd) until = promptsEnd;
        time.PassUntil(until < Deadline ? until : Deadline);
    }

    /// <summary>Presses a key now. The first key stops the prompts.</summary>
    public GatherOutcome? Press(char key)
    {
        _lastKey = time.Elapsed;
        if (!HasKeys) transcript.CutAt(time.Elapsed);
        var outcome = _input.Press(key);
        time.Pass(TimePerKey);
        Write(key, outcome?.End ?? GatherEnd.None);
        return outcome;
    }

    public GatherOutcome TimeOut()
    {
        ListenToPrompts();
        var since = time.Elapsed;
        time.PassUntil(Deadline);
        Close(GatherEnd.Timeout);
        transcript.Add(new Silence(since, time.Elapsed - since, ByCaller: true));
        return _input.TimeOut();
    }

    /// <summary>Stops the prompts when the caller hangs up in the middle of one.</summary>
    public void CutOff()
    {
        if (!HasKeys) transcript.CutAt(time.Elapsed);
    }

    /// <summary>Closes the entry when the caller hangs up. Keys that were not sent are never sent.</summary>
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
