using Ivr.StateMachine;
using Stateless.Reflection;

namespace Ivr.Tests.CallScripts.Running.Coverage;

/// <summary>How often the calls passed each state and each transition, as the state machine lists them.</summary>
internal sealed class CallCoverage
{
    private readonly IReadOnlyCollection<CallMove> _moves;
    private readonly ILookup<(StateInfo?, CallTrigger), CallMove> _passed;

    public CallCoverage(StateMachineInfo machine, IReadOnlyCollection<CallMove> moves)
    {
        Machine = machine;
        _moves = moves;
        var states = machine.States.ToDictionary(state => (CallState)state.UnderlyingState);
        _passed = moves.ToLookup(move => (Owner(states[move.From], move.Trigger), move.Trigger));
    }

    public StateMachineInfo Machine { get; }

    /// <summary>Every state and how often the calls were in it; a superstate counts the visits of its substates.</summary>
    public IEnumerable<(StateInfo State, int Times)> States => Machine.States.Select(state => (state, Visits(state)));

    /// <summary>Every transition and how often the calls took it.</summary>
    public IEnumerable<(StateInfo From, FixedTransitionInfo Way, int Times)> Transitions =>
        from state in Machine.States
        from way in state.FixedTransitions
        select (state, way, _passed[(state, (CallTrigger)way.Trigger.UnderlyingTrigger)].Count());

    /// <summary>The states and transitions that no call passed, as text.</summary>
    public IEnumerable<string> Missing =>
    [
        .. States.Where(state => state.Times == 0).Select(state => $"{state.State}"),
        .. Transitions.Where(way => way.Times == 0).Select(way => $"{way.From} --> {way.Way.DestinationState} : {way.Way.Trigger}"),
    ];

    private int Visits(StateInfo state) => state.Substates.Any()
        ? state.Substates.Sum(Visits)
        : _moves.Count(move => move.From.Equals(state.UnderlyingState) || move.To.Equals(state.UnderlyingState));

    // A trigger that a state does not handle belongs to its superstate.
    private static StateInfo? Owner(StateInfo? state, CallTrigger trigger)
    {
        while (state is not null && !state.FixedTransitions.Any(way => way.Trigger.UnderlyingTrigger.Equals(trigger)))
            state = state.Superstate;
        return state;
    }
}
