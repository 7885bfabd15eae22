using Ivr.Caller.Calls;
using Ivr.Caller.Hearing;
using Ivr.Caller.TwiML;

namespace Ivr.Tests.Caller.Live;

/// <summary>
/// Does what Twilio does with a request to place a call: it dials, presses SendDigits, then executes the TwiML. It uses a phone
/// connected to a real server, in virtual time.
/// </summary>
internal sealed class FarEnd(Phone phone)
{
    // The time on the caller's end. The phone is ahead of it after a Say outside a Gather, which it hears to the end at once.
    private TimeSpan _now;

    /// <summary>The last call; null before the first one.</summary>
    public PhoneCall? Call { get; private set; }

    /// <summary>Number of ordered keys that came after the end of the call.</summary>
    public int KeysTooLate { get; private set; }

    public async Task<(string Status, int Seconds)> AnswerAsync(IReadOnlyDictionary<string, string> order)
    {
        Call = await phone.DialAsync(order["To"], order["From"]);
        _now = TimeSpan.Zero;
        await PressAsync(order.GetValueOrDefault("SendDigits", ""));
        foreach (var verb in TwiMLReader.Read(order["Twiml"]).Verbs)
            await DoAsync(verb);
        return ("completed", (int)Math.Ceiling(Call.Elapsed.TotalSeconds));
    }

    private async Task DoAsync(Verb verb)
    {
        switch (verb)
        {
            case Pause pause:
                await WaitAsync(pause.Length);
                break;
            case Play { Digits: { } digits }:
                await PressAsync(digits);
                break;
            case Hangup when !Call!.IsOver:
                await Call.HangsUp();
                break;
            case Hangup:
                break;
            default:
                Assert.Fail($"A caller's end does no {verb}.");
                break;
        }
    }

    private async Task PressAsync(string digits)
    {
        foreach (var key in digits)
        {
            if (key is 'w' or 'W')
                await WaitAsync(TimeSpan.FromSeconds(key == 'w' ? 0.5 : 1));
            else if (Call!.IsOver)
                KeysTooLate++;
            else
                await PressAsync(key);
        }
    }

    private async Task PressAsync(char key)
    {
        await Call!.Interrupts(key.ToString());
        var keyed = Call.Transcript.Entries.OfType<Keyed>().Last();
        _now = keyed.At + keyed.Duration;
    }

    private async Task WaitAsync(TimeSpan time)
    {
        _now += time;
        if (!Call!.IsOver && _now > Call.Elapsed) await Call.Waits(_now - Call.Elapsed);
    }
}
