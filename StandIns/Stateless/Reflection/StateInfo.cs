namespace Stateless.Reflection;

/// <summary>A state as it is configured.</summary>
public class StateInfo
{
    internal StateInfo(
        object underlyingState,
        IEnumerable<ActionInfo> entryActions,
        IEnumerable<InvocationInfo> exitActions,
        IEnumerable<IgnoredTransitionInfo> ignoredTriggers)
    {
        UnderlyingState = underlyingState;
        EntryActions = entryActions;
        ExitActions = exitActions;
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

    /// <summary>The activation actions; always empty, as this subset has none.</summary>
    public IEnumerable<InvocationInfo> ActivateActions { get; } = [];

    /// <summary>The deactivation actions; always empty, as this subset has none.</summary>
    public IEnumerable<InvocationInfo> DeactivateActions { get; } = [];

    /// <summary>The exit actions.</summary>
    public IEnumerable<InvocationInfo> ExitActions { get; }

    /// <summary>
    /// The fixed and then the dynamic transitions, without the ignored triggers; null on <see cref="StateMachineInfo.InitialState"/>.
    /// </summary>
    public IEnumerable<TransitionInfo> Transitions => FixedTransitions?.Concat<TransitionInfo>(DynamicTransitions)!;

    /// <summary>The fixed transitions, with reentries and internal ones; null on <see cref="StateMachineInfo.InitialState"/>.</summary>
    public IEnumerable<FixedTransitionInfo> FixedTransitions { get; private set; } = null!;

    /// <summary>The transitions whose destination is chosen; null on <see cref="StateMachineInfo.InitialState"/>.</summary>
    public IEnumerable<DynamicTransitionInfo> DynamicTransitions { get; private set; } = null!;

    /// <summary>The triggers that are ignored.</summary>
    public IEnumerable<IgnoredTransitionInfo> IgnoredTriggers { get; }

    /// <summary>The state's text.</summary>
    /// <returns>What the state calls itself.</returns>
    public override string ToString() => UnderlyingState.ToString() ?? "<null>";

    // States refer to one another, so this comes when all of them are made.
    internal void Relate(
        StateInfo? superstate,
        IEnumerable<StateInfo> substates,
        IEnumerable<FixedTransitionInfo> fixedTransitions,
        IEnumerable<DynamicTransitionInfo> dynamicTransitions)
    {
        Superstate = superstate;
        Substates = substates;
        FixedTransitions = fixedTransitions;
        DynamicTransitions = dynamicTransitions;
    }
}
