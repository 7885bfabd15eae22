using Ivr.StateMachine;
using Ivr.StateMachine.Flow;

namespace Ivr.Tests.StateMachine;

/// <summary>Fires every trigger in every state: only transitions in the description happen, and no trigger is ignored silently.</summary>
public class EveryTriggerTests
{
    public static TheoryData<string> Lines => TestLines.Names;

    [Theory]
    [MemberData(nameof(Lines))]
    public void What_is_listed_happens_and_what_is_not_ends_the_call_and_is_told_once(string name)
    {
        var line = TestLines.Named(name);
        var map = new FlowMap(line);

        var expected = Pairs().Select(pair => Expected(line, map, pair.State, pair.Trigger));

        Assert.Equal(expected, Pairs().Select(pair => Fired(line, pair.State, pair.Trigger)));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void With_nobody_to_tell_it_to_the_call_ends_all_the_same(string name)
    {
        var line = TestLines.Named(name);

        var ended = new CallFlow(line).Fire(At.State(line, CallState.Login), CallTrigger.Stored);

        Assert.Equal((CallState.Ended, CallTrigger.Failed), (ended.State, ended.EndedBy));
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_machine_touches_nothing_but_the_state_and_why_it_ended(string name)
    {
        var line = TestLines.Named(name);

        Assert.All(Pairs(), pair =>
        {
            var call = At.State(line, pair.State);
            var fired = new CallFlow(line).Fire(call, pair.Trigger);
            Assert.Equal(call, fired with { State = call.State, EndedBy = call.EndedBy });
        });
    }

    private static IEnumerable<(CallState State, CallTrigger Trigger)> Pairs() =>
        from state in Enum.GetValues<CallState>()
        from trigger in Enum.GetValues<CallTrigger>()
        select (state, trigger);

    private static Outcome Expected(Line line, FlowMap map, CallState state, CallTrigger trigger)
    {
        var call = At.State(line, state);
        return map.Destination(state, trigger) switch
        {
            CallState.Ended => new(call with { State = CallState.Ended, EndedBy = trigger }, "", state, trigger),
            { } destination => new(call with { State = destination }, "", state, trigger),
            null when state == CallState.Ended => new(call, $"{state} {trigger};", state, trigger),
            null => new(call with { State = CallState.Ended, EndedBy = CallTrigger.Failed }, $"{state} {trigger};", state, trigger),
        };
    }

    private static Outcome Fired(Line line, CallState state, CallTrigger trigger)
    {
        var told = "";
        var observer = new CallObserver((where, what) => told += $"{where} {what};", (_, _, _) => { });
        var fired = new CallFlow(line).Fire(At.State(line, state), trigger, observer);
        return new(fired, told, state, trigger);
    }

    // State and trigger identify the case in the message of a failure.
    private sealed record Outcome(Call Call, string Told, CallState State, CallTrigger Trigger);
}
