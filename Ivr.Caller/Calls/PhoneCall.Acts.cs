using Ivr.Caller.Calls.Engine;

namespace Ivr.Caller.Calls;

/// <content>What a caller can do.</content>
internal sealed partial class PhoneCall
{
    /// <summary>
    /// Listens to the prompts, then presses keys one by one. When an entry is complete, the keys that remain are for the next
    /// question: the caller listens to that one too and goes on. Keys that complete nothing leave the Gather waiting.
    /// </summary>
    /// <param name="keys">0-9, # and *; spaces are for the reader.</param>
    /// <exception cref="KeysLeftOverException">The call ended before the last key.</exception>
    /// <exception cref="LineFailedException">The server's answer was no document.</exception>
    public async Task<PhoneCall> Presses(string keys)
    {
        await PressAllAsync(Keys.Of(keys), listens: true);
        return this;
    }

    /// <summary>Presses keys at once, without listening: the first key cuts the prompt off, at each question anew.</summary>
    /// <param name="keys">0-9, # and *; spaces are for the reader.</param>
    /// <exception cref="KeysLeftOverException">The call ended before the last key.</exception>
    /// <exception cref="LineFailedException">The server's answer was no document.</exception>
    public async Task<PhoneCall> Interrupts(string keys)
    {
        await PressAllAsync(Keys.Of(keys), listens: false);
        return this;
    }

    /// <summary>Presses keys and hangs up upon the last one, before the answer: it is requested, but nobody hears it.</summary>
    /// <param name="keys">0-9, # and *; spaces are for the reader.</param>
    /// <exception cref="KeysLeftOverException">The call ended before the last key.</exception>
    public async Task<PhoneCall> PressesAndHangsUp(string keys)
    {
        var all = Keys.Of(keys);
        await PressAllAsync(all[..^1], listens: true);
        if (IsOver) throw new KeysLeftOverException(this, all[^1..]);
        _line.Gather!.ListenToPrompts();
        await _line.PressAndHangUpAsync(all[^1]);
        return this;
    }

    /// <summary>Lets the Gather time out, once: digits pressed before are submitted, else the document goes on.</summary>
    /// <exception cref="CallIsOverException">There is nobody to be silent to.</exception>
    /// <exception cref="LineFailedException">The server's answer was no document.</exception>
    public async Task<PhoneCall> StaysSilent()
    {
        NeedsALine();
        await _line.TimeOutAsync();
        return Checked();
    }

    /// <summary>Does nothing for a while, which may be part of a prompt, or longer than several time-outs.</summary>
    /// <exception cref="CallIsOverException">There is nobody to wait for.</exception>
    /// <exception cref="LineFailedException">The server's answer was no document.</exception>
    public async Task<PhoneCall> Waits(TimeSpan time)
    {
        NeedsALine();
        var until = Elapsed + time;
        while (_line.Gather is { } gather && gather.Deadline <= until) await _line.TimeOutAsync();
        if (!IsOver) _time.PassUntil(until);
        return Checked();
    }

    /// <summary>Hangs up after listening to the prompts. Keys not yet submitted are never sent; the status callback is.</summary>
    /// <exception cref="CallIsOverException">Somebody else has hung up already.</exception>
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
            await _line.PressAsync(keys[i]);
            Checked();
        }
    }

    private void NeedsALine()
    {
        if (IsOver) throw new CallIsOverException(this);
    }

    internal PhoneCall Checked() => Ending == CallEnding.ApplicationError ? throw new LineFailedException(this) : this;
}
