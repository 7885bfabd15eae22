using Ivr.Caller.Calls;
using Ivr.Caller.TwiML;

namespace Ivr.Caller.BrowserPhone;

/// <summary>A call made from the browser page. The person at the page takes real time, so a message can arrive too late.</summary>
internal sealed class BrowserCall : IAsyncDisposable
{
    private Gather? _gather;

    private BrowserCall(PhoneCall call)
    {
        Call = call;
        Count();
    }

    public PhoneCall Call { get; }

    /// <summary>The number of questions so far. It identifies the question that waits now.</summary>
    public int Turn { get; private set; }

    /// <summary>
    /// The index of the first transcript entry that plays while the question waits. A key cuts off the prompts from this entry on.
    /// </summary>
    public int FirstPrompt { get; private set; }

    /// <summary>Dials. When the line fails, the returned call is already over.</summary>
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

    /// <summary>Performs a message from the page. A silence for an earlier question is ignored.</summary>
    public async Task DoAsync(CallerMessage message)
    {
        switch (message)
        {
            case CallerMessage.Key key:
                await Call.PressesAfter(key.Pressed, key.Waited, key.HeardOut);
                break;
            // A key may have ended the question while this message was on its way. The turn number detects that.
            case CallerMessage.Silent silent when silent.Turn == Turn:
                await Call.LetsItTimeOut();
                break;
            case CallerMessage.HangUp hangUp:
                await Call.HangsUpAfter(hangUp.Waited, hangUp.HeardOut);
                break;
        }

        Count();
    }

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
