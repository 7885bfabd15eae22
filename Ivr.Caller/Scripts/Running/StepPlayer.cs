using Ivr.Caller.Calls;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Scripts.Running;

/// <summary>Performs one step of a script.</summary>
internal sealed class StepPlayer(PhoneCall call, LossyNetwork network, IScriptWorld world)
{
    public Task PlayAsync(ScriptStep step) => step switch
    {
        HearStep hear => Done(hear.In is null ? call.Hears(hear.Hear) : call.HearsIn(hear.In, hear.Hear)),
        NotHeardStep not => Done(call.DoesNotHear(not.NotHeard)),
        StateStep state => ExpectState(state.State),
        PressStep press => TimesAsync(press.Times, () => call.Presses(press.Press)),
        InterruptStep interrupt => TimesAsync(interrupt.Times, () => call.Interrupts(interrupt.Interrupt)),
        PressAndHangUpStep press => call.PressesAndHangsUp(press.PressAndHangUp),
        SilenceStep silence => TimesAsync(silence.Silence, call.StaysSilent),
        WaitStep wait => call.Waits(wait.Wait),
        HangUpStep => call.HangsUp(),
        RepeatStep repeat => RepeatAsync(repeat.Repeat),
        FailStep fail => Lose(fail),
        DiskStep disk => world.TroubleAsync(disk.Disk),
        DatabaseStep database => world.TroubleAsync(database.Database),
        CrowdStep crowd => world.CrowdAsync(crowd.Crowd),
        CompanyStep company => world.CompanyAsync(company.Company),
        _ => throw new InvalidOperationException($"Nobody knows how to play {step}."),
    };

    private static Task<PhoneCall> Done(PhoneCall heard) => Task.FromResult(heard);

    private static async Task TimesAsync(int times, Func<Task<PhoneCall>> act)
    {
        for (var i = 0; i < times; i++)
            await act();
    }

    private Task ExpectState(string expected)
    {
        var state = call.Exchanges.Select(exchange => exchange.State).LastOrDefault(name => name is not null);
        return state == expected
            ? Task.CompletedTask
            : throw new StepFailedException($"state {expected}", state is null ? "(the server names no state)" : $"state {state}");
    }

    private Task Lose(FailStep fail)
    {
        network.Next = fail.Fail;
        return Task.CompletedTask;
    }

    private async Task RepeatAsync(string which)
    {
        if (which == "next")
        {
            network.NextTwice = true;
            return;
        }

        var number = which == "last" ? call.Exchanges.Count : int.Parse(which);
        if (number > call.Exchanges.Count)
            throw new StepFailedException($"at least {number} webhooks to repeat one of", $"{call.Exchanges.Count} webhooks so far");
        var first = call.Exchanges[number - 1];
        var again = await call.Resends(first);
        // A webhook that was lost has no words to compare with.
        var expected = first.Failure is null ? first.Document.Spoken : null;
        var heard = again.Failure is null ? again.Document.Spoken : null;
        if (heard is null || (expected is not null && heard != expected))
            throw new StepFailedException(
                expected is null ? "an answer to a webhook that comes late" : $"the same words again: \"{expected}\"",
                again.Failure?.ToString() ?? $"\"{heard}\"");
    }
}
