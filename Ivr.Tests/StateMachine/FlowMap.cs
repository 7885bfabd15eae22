using Ivr.StateMachine;
using Ivr.StateMachine.Flow;
using Stateless.Reflection;

namespace Ivr.Tests.StateMachine;

/// <summary>The state machine of a line, read from the machine's own description.</summary>
internal sealed class FlowMap
{
    private readonly Line _line;
    private readonly Dictionary<CallState, StateInfo> _states;

    public FlowMap(Line line)
    {
        _line = line;
        _states = new CallFlow(line).GetInfo().States.ToDictionary(state => (CallState)state.UnderlyingState);
    }

    public IEnumerable<CallState> States => _states.Keys;

    /// <summary>The state that a trigger leads to; null when the trigger is not handled in this state.</summary>
    public CallState? Destination(CallState state, CallTrigger trigger) =>
        Open(state).Where(way => way.Trigger.UnderlyingTrigger.Equals(trigger)).Select(To).SingleOrNull();

    /// <summary>The triggers that are handled in a state.</summary>
    public IReadOnlySet<CallTrigger> Triggers(CallState state) =>
        Open(state).Select(way => (CallTrigger)way.Trigger.UnderlyingTrigger).ToHashSet();

    /// <summary>All states that can be reached from this one, including itself.</summary>
    public IReadOnlySet<CallState> Reachable(CallState from)
    {
        HashSet<CallState> reached = [];
        Queue<CallState> next = new([from]);
        while (next.TryDequeue(out var state))
        {
            if (!reached.Add(state))
                continue;
            foreach (var way in Open(state))
                next.Enqueue(To(way));
        }

        return reached;
    }

    // The state's own transitions come first; those of its superstate apply to triggers that the state does not handle.
    private List<FixedTransitionInfo> Open(CallState state)
    {
        List<FixedTransitionInfo> open = [];
        for (var info = _states[state]; info is not null; info = info.Superstate)
        {
            open.AddRange(info.FixedTransitions.Where(IsOpen).Where(way => !open.Exists(Same(way))).ToList());
        }

        return open;
    }

    private static Predicate<FixedTransitionInfo> Same(FixedTransitionInfo way) =>
        other => other.Trigger.UnderlyingTrigger.Equals(way.Trigger.UnderlyingTrigger);

    // A description names a guard but does not evaluate it; this is the only guard.
    private bool IsOpen(FixedTransitionInfo way) => way.GuardConditionsMethodDescriptions.Select(guard => guard.Description).ToList() switch
    {
        [] => true,
        ["several languages"] => _line.Languages.Count > 1,
        var others => throw new InvalidOperationException($"What does {string.Join(", ", others)} answer?"),
    };

    private static CallState To(FixedTransitionInfo way) => (CallState)way.DestinationState.UnderlyingState;
}

internal static class Sequences
{
    /// <summary>The only value; null when there is none.</summary>
    public static T? SingleOrNull<T>(this IEnumerable<T> values)
        where T : struct => values.Select(value => (T?)value).SingleOrDefault();
}
