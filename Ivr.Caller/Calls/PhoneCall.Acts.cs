using Ivr.Caller.Calls.Engine;

namespace Ivr.Caller.Calls;

/// <content>The actions of the caller.</content>
internal sealed partial class PhoneCall
{
    // More than the second in which the server takes a key as doubled, because a timer may fire a little early.
    private static readonly TimeSpan PauseOfAPerson = TimeSpan.FromSeconds(1.1);

    private (char Key, TimeSpan At)? _answer;

    /// <summary>
    /// Listens to the prompts, then presses the keys one by one. When an entry is complete, the remaining keys go to the next question. The
    /// caller listens to that question first too. When the keys complete no entry, the Gather continues to wait.
    /// </summary>
    /// <param name="keys">0-9, # and *. Spaces are ignored.</param>
    /// <exception cref="KeysLeftOverException">The call ended before the last key.</exception>
    /// <exception cref="LineFailedException">The server's response was not a TwiML document.</exception>
    public async Task<PhoneCall> Presses(string keys)
    {
        await PressAllAsync(Keys.Of(keys), listens: true);
        return this;
    }

    /// <summary>Presses the keys at once, without listening. At each question, the first key cuts the prompt off.</summary>
    /// <param name="keys">0-9, # and *. Spaces are ignored.</param>
    /// <exception cref="KeysLeftOverException">The call ended before the last key.</exception>
    /// <exception cref="LineFailedException">The server's response was not a TwiML document.</exception>
    public async Task<PhoneCall> Interrupts(string keys)
    {
        await PressAllAsync(Keys.Of(keys), listens: false);
        return this;
    }

    /// <summary>Presses the keys and hangs up at the last one. The response is requested, but the caller does not hear it.</summary>
    /// <param name="keys">0-9, # and *. Spaces are ignored.</param>
    /// <exception cref="KeysLeftOverException">The call ended before the last key.</exception>
    public async Task<PhoneCall> PressesAndHangsUp(string keys)
    {
        var all = Keys.Of(keys);
        await PressAllAsync(all[..^1], listens: true);
        if (IsOver) throw new KeysLeftOverException(this, all[^1..]);
        _line.Gather!.ListenToPrompts();
        PauseBefore(all[^1]);
        await _line.PressAndHangUpAsync(all[^1]);
        return this;
    }

    /// <summary>
    /// Lets the Gather time out once. Digits that were pressed before are submitted. Without digits, the document continues, unless
    /// actionOnEmptyResult is true.
    /// </summary>
    /// <exception cref="CallIsOverException">The call is over already.</exception>
    /// <exception cref="LineFailedException">The server's response was not a TwiML document.</exception>
    public async Task<PhoneCall> StaysSilent()
    {
        NeedsALine();
        await _line.TimeOutAsync();
        return Checked();
    }

    /// <summary>Does nothing for a time. The time may end in the middle of a prompt, or be longer than several timeouts.</summary>
    /// <exception cref="CallIsOverException">The call is over already.</exception>
    /// <exception cref="LineFailedException">The server's response was not a TwiML document.</exception>
    public async Task<PhoneCall> Waits(TimeSpan time)
    {
        NeedsALine();
        var until = Elapsed + time;
        while (_line.Gather is { } gather && gather.Deadline <= until) await _line.TimeOutAsync();
        if (!IsOver) _time.PassUntil(until);
        return Checked();
    }

    /// <summary>Listens to the prompts and hangs up. Keys that were not submitted are never sent. The status callback is sent.</summary>
    /// <exception cref="CallIsOverException">The call is over already.</exception>
    public async Task<PhoneCall> HangsUp()
    {
        NeedsALine();
        await _line.HangUpAsync();
        return this;
    }

    private async Task PressAllAsync(string keys, bool listens)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            if (IsOver) throw new KeysLeftOverException(this, keys[i..]);
            if (listens) _line.Gather!.ListenToPrompts();
            PauseBefore(keys[i]);
            var (gather, isFirst, pressed) = (_line.Gather, !_line.Gather!.HasKeys, Elapsed);
            await _line.PressAsync(keys[i]);
            Checked();
            _answer = isFirst && _line.Gather != gather ? (keys[i], Elapsed) : null;
            if (!listens && KeysBetweenGathers == KeysBetweenGathers.Lost && _line.Gather is { } next && next != gather)
                i += Lose(Elapsed - pressed, keys.Length - i - 1);
        }
    }

    // Listening takes no real time, so by the server's clock the same key comes again at once, as if it had been pressed twice by mistake.
    private void PauseBefore(char key)
    {
        if (!ServerHasOurClock && _answer is var (answer, answeredAt) && answer == key && Elapsed - answeredAt >= PauseOfAPerson)
            _time.PauseReally(PauseOfAPerson);
    }

    // The keys that the caller pressed before the next Gather listened: at least one, because a webhook takes time too.
    private int Lose(TimeSpan time, int keysLeft)
    {
        var lost = Math.Min(keysLeft, Math.Max(1, (int)(time / OpenGather.TimePerKey)));
        if (lost > 0) _log.Write($"{lost} keys between two Gathers are lost");
        return lost;
    }

    private void NeedsALine()
    {
        if (IsOver) throw new CallIsOverException(this);
    }

    internal PhoneCall Checked() => Ending == CallEnding.ApplicationError ? throw new LineFailedException(this) : this;
}
