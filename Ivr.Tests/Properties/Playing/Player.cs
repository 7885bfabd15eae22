using Ivr.Caller.Calls;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Playing;

/// <summary>Plays one call: presses the keys for each act at the current question, and is silent after the last act.</summary>
internal sealed class Player(PlannedCall plan, PhoneCall call, Wire wire, StepTexts script)
{
    // The server's own limit is 60; allow a few more before the test reports that the call does not end.
    private const int MaxSilences = 65;

    /// <summary>Returns whether the call ended, by the server or by the caller.</summary>
    public async Task<bool> PlayAsync()
    {
        foreach (var act in plan.Acts)
        {
            if (call.IsOver)
                break;
            await DoAsync(act);
        }

        for (var silences = 0; !call.IsOver && silences < MaxSilences; silences++)
            await StaySilentAsync();

        return call.IsOver;
    }

    private Task DoAsync(Act act) => act switch
    {
        Act.Answers => PressAsync(DrawnAnswers.Right(wire.State, plan.Job)),
        Act.AnswersOtherwise other => PressAsync(DrawnAnswers.Other(wire.State, plan.Job, other.Choice)),
        Act.Slips slip => PressAsync(DrawnAnswers.Wrong(wire.State, plan.Job, slip.Choice)),
        Act.AsksForHelp help => AskForHelpAsync(help.Times),
        Act.AnswersTwice => PressTwiceAsync(DrawnAnswers.Right(wire.State, plan.Job)),
        Act.Mashes mash => PressAsync(mash.Keys),
        Act.IsSilent => StaySilentAsync(),
        Act.Repeats repeat => RepeatAsync(repeat.Back),
        Act.Suffers suffers => PrepareAsync(suffers.Mishap),
        Act.AnswersAndHangsUp => PressAndHangUpAsync(DrawnAnswers.Right(wire.State, plan.Job)),
        _ => HangUpAsync(),
    };

    private Task PressAsync(string keys) => PressAsync(Ended(keys), plan.IsHasty);

    private Task PressTwiceAsync(string keys) => PressAsync(Ended(keys) + keys[^1], isHasty: true);

    private async Task PressAsync(string keys, bool isHasty)
    {
        var left = await AnswerAsync(() => isHasty ? call.Interrupts(keys) : call.Presses(keys));
        script.Press(keys[..^left.Length], isHasty);
    }

    // From the second try on a user number may have one key more, so # ends it.
    private string Ended(string keys) => wire.State == "UserNumber" && keys.Length == 12 && call.Gather?.NumDigits == 13 ? keys + "#" : keys;

    private async Task AskForHelpAsync(int times)
    {
        for (var i = 0; i < times && !call.IsOver; i++)
            await PressAsync(DrawnAnswers.Help(wire.State));
    }

    private async Task StaySilentAsync()
    {
        await AnswerAsync(call.StaysSilent);
        script.Silence();
    }

    private async Task RepeatAsync(int back)
    {
        back %= call.Exchanges.Count;
        script.Repeat(back == 0 ? null : call.Exchanges.Count - back);
        await call.Resends(call.Exchanges[^(back + 1)]);
    }

    private Task PrepareAsync(Mishap mishap)
    {
        wire.Next = mishap;
        return Task.CompletedTask;
    }

    private async Task PressAndHangUpAsync(string keys)
    {
        var left = await AnswerAsync(() => call.PressesAndHangsUp(keys));
        if (left.Length > 0)
            script.Press(keys[..^left.Length], isHasty: false);
        else
            script.PressAndHangUp(keys);
    }

    private async Task HangUpAsync()
    {
        script.HangUp();
        await call.HangsUp();
    }

    // Writes the mishap of the webhook, which a script states before the step; returns the keys that were not pressed.
    private async Task<string> AnswerAsync(Func<Task<PhoneCall>> act)
    {
        var waiting = wire.Next;
        var left = "";
        try
        {
            await act();
        }
        catch (KeysLeftOverException over)
        {
            // The call ended before the last key, which also happens to real callers.
            left = over.Keys;
        }
        catch (LineFailedException)
        {
            // The properties report what is wrong with the response.
        }

        if (wire.Next != waiting)
            script.Befalls(waiting);
        return left;
    }
}
