using Ivr.Caller.Calls;
using Ivr.Tests.Properties.Plans;

namespace Ivr.Tests.Properties.Playing;

/// <summary>Plays one call: turns acts into keys as the questions come, and is silent when there are no more.</summary>
internal sealed class Player(CallPlan plan, Call call, Wire wire, ScriptText script)
{
    // The server's own limit is 60; a few more before the test says that the call does not end.
    private const int MostSilences = 65;

    /// <summary>Whether the server ended the call, or the caller did.</summary>
    public async Task<bool> PlayAsync()
    {
        foreach (var act in plan.Acts)
        {
            if (call.IsOver)
                break;
            await DoAsync(act);
        }

        for (var silences = 0; !call.IsOver && silences < MostSilences; silences++)
        {
            script.Silence();
            await call.StaysSilent();
        }

        return call.IsOver;
    }

    private Task DoAsync(Act act) => act switch
    {
        Act.Answers => PressAsync(Answers.Right(wire.State, plan.Job)),
        Act.AnswersOtherwise other => PressAsync(Answers.Other(wire.State, plan.Job, other.Choice)),
        Act.Slips slip => PressAsync(Answers.Wrong(wire.State, plan.Job, slip.Choice)),
        Act.AsksForHelp help => AskForHelpAsync(help.Times),
        Act.Mashes mash => PressAsync(mash.Keys),
        Act.IsSilent => StaySilentAsync(),
        Act.Repeats repeat => RepeatAsync(repeat.Back),
        Act.Suffers suffers => PrepareAsync(suffers.Mishap),
        Act.AnswersAndHangsUp => PressAndHangUpAsync(Answers.Right(wire.State, plan.Job)),
        _ => HangUpAsync(),
    };

    private async Task PressAsync(string keys)
    {
        script.Press(keys);
        try
        {
            await (plan.IsHasty ? call.Interrupts(keys) : call.Presses(keys));
        }
        catch (KeysLeftOverException)
        {
            // Nobody is there to take the rest, as happens to callers too.
        }
    }

    private async Task AskForHelpAsync(int times)
    {
        for (var i = 0; i < times && !call.IsOver; i++)
            await PressAsync(Answers.Help(wire.State));
    }

    private async Task StaySilentAsync()
    {
        script.Silence();
        await call.StaysSilent();
    }

    private async Task RepeatAsync(int back)
    {
        back %= call.Exchanges.Count;
        script.Repeat(back);
        await call.Resends(call.Exchanges[^(back + 1)]);
    }

    private Task PrepareAsync(Mishap mishap)
    {
        script.Mishap(mishap);
        wire.Prepare(mishap);
        return Task.CompletedTask;
    }

    private async Task PressAndHangUpAsync(string keys)
    {
        script.Press(keys);
        script.HangUp();
        try
        {
            await call.PressesAndHangsUp(keys);
        }
        catch (KeysLeftOverException)
        {
            // It was over before the last key.
        }
    }

    private async Task HangUpAsync()
    {
        script.HangUp();
        await call.HangsUp();
    }
}
