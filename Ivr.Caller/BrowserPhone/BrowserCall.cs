using Ivr.Caller.Calls;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.BrowserPhone;

/// <summary>A call with somebody in front of it, who takes real time and may say things too late.</summary>
internal sealed class BrowserCall : IAsyncDisposable
{
    private Gather? _gather;

    private BrowserCall(PhoneCall call)
    {
        Call = call;
        Count();
    }

    /// <summary>The call itself.</summary>
    public PhoneCall Call { get; }

    /// <summary>How many questions there have been: names the one that waits now.</summary>
    public int Turn { get; private set; }

    /// <summary>The first entry of the transcript that is heard while the question waits, so that a key cuts it off.</summary>
    public int FirstPrompt { get; private set; }

    /// <summary>Dials. A line that fails is a call that is over.</summary>
    public static async Task<BrowserCall> DialAsync(Phone phone, string to, string from)
    {
        try
        {
            return new(await phone.DialAsync(to, from));
        }
        catch (LineFailedException failed)
        {
            return new(failed.Call);
        }
    }

    /// <summary>Does what the page says; what makes no sense now is not done.</summary>
    public async Task DoAsync(CallerMessage message)
    {
        switch (message)
        {
            case CallerMessage.Key key:
                await Call.PressesAfter(key.Pressed, key.Waited, key.HeardOut);
                break;
            // It crossed a key that ended the question.
            case CallerMessage.Silent silent when silent.Turn == Turn:
                await Call.LetsItTimeOut();
                break;
            case CallerMessage.HangUp hangUp:
                await Call.HangsUpAfter(hangUp.Waited, hangUp.HeardOut);
                break;
        }

        Count();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!Call.IsOver) await Call.HangsUpAfter(TimeSpan.Zero, heardOut: false);
    }

    private void Count()
    {
        if (Call.Gather is not { } gather || ReferenceEquals(gather, _gather)) return;
        _gather = gather;
        Turn++;
        var entries = Call.Transcript.Entries;
        FirstPrompt = entries.TakeWhile(entry => entry.At < Call.Elapsed || entry is Hearing.Note or Hearing.Keyed).Count();
    }
}
