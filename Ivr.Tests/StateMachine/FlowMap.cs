using Ivr.StateMachine;
using Stateless.Reflection;

namespace Ivr.Tests.StateMachine;

/// <summary>A line's machine, read from its own description.</summary>
internal sealed class FlowMap
{
    private readonly Line _line;
    private readonly Dictionary<CallState, StateInfo> _states;

    public FlowMap(Line line)
    {
        _line = line;
        _states = new CallFlow(line, At.Start(line)).GetInfo().States.ToDictionary(state => (CallState)state.UnderlyingState);
    }

    public IEnumerable<CallState> States => _states.Keys;

    /// <summary>Where a trigger leads from a state; null where it has no place.</summary>
    public CallState? Destination(CallState state, CallTrigger trigger) =>
        Open(state).Where(way => way.Trigger.UnderlyingTrigger.Equals(trigger)).Select(To).SingleOrNull();

    /// <summary>The triggers that have a place in a state.</summary>
    public IReadOnlySet<CallTrigger> Triggers(CallState state) =>
        Open(state).Select(way => (CallTrigger)way.Trigger.UnderlyingTrigger).ToHashSet();

    /// <summary>All states that can be come to from this one, itself included.</summary>
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

    // The state's own ways first; those of the state around it hold for the triggers that it leaves open.
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

    // A description can say that there is a guard, not what it answers; this is the one there is.
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
    /// <summary>The one value, or null when there is none.</summary>
    public static T? SingleOrNull<T>(this IEnumerable<T> values)
        where T : struct => values.Select(value => (T?)value).SingleOrDefault();
}
