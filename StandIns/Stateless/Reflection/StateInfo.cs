namespace Stateless.Reflection;

/// <summary>A state as it is configured.</summary>
public class StateInfo
{
    internal StateInfo(object underlyingState, IEnumerable<ActionInfo> entryActions, IEnumerable<IgnoredTransitionInfo> ignoredTriggers)
    {
        UnderlyingState = underlyingState;
        EntryActions = entryActions;
        IgnoredTriggers = ignoredTriggers;
    }

    /// <summary>The state itself.</summary>
    public object UnderlyingState { get; }

    /// <summary>The states directly inside it; null on <see cref="StateMachineInfo.InitialState"/>.</summary>
    public IEnumerable<StateInfo> Substates { get; private set; } = null!;

    /// <summary>The state around it, or null.</summary>
    public StateInfo? Superstate { get; private set; }

    /// <summary>The entry actions.</summary>
    public IEnumerable<ActionInfo> EntryActions { get; }

    /// <summary>The transitions, reentries included; null on <see cref="StateMachineInfo.InitialState"/>.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; private set; } = null!;

    /// <summary>The triggers that are ignored.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; }

    /// <summary>The state's text.</summary>
    /// <returns>What the state calls itself.</returns>
    public override string ToString() => UnderlyingState.ToString() ?? "<null>";

    // States refer to one another, so this comes when all of them are made.
    internal void Relate(StateInfo? superstate, IEnumerable<StateInfo> substates, IEnumerable<FixedTransitionInfo> fixedTransitions)
    {
        Superstate = superstate;
        Substates = substates;
        FixedTransitions = fixedTransitions;
    }
}
