namespace Stateless.Reflection;

/// <summary>What a state does with a trigger.</summary>
public abstract class TransitionInfo
{
    /// <summary>The conditions, all of which must be met; empty when there are none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions;

    private protected TransitionInfo(object trigger, IEnumerable<InvocationInfo> guards, bool isInternal)
    {
        Trigger = new TriggerInfo(trigger);
        GuardConditionsMethodDescriptions = guards;
        IsInternalTransition = isInternal;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; }

    /// <summary>Whether the state is neither left nor entered.</summary>
    public bool IsInternalTransition { get; }
}

/// <summary>A trigger that leads to a state known beforehand.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(object trigger, IEnumerable<InvocationInfo> guards, bool isInternal, StateInfo destination)
        : base(trigger, guards, isInternal) => DestinationState = destination;

    /// <summary>The state it leads to.</summary>
    public StateInfo DestinationState { get; }
}

/// <summary>A trigger that is ignored.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(object trigger, IEnumerable<InvocationInfo> guards)
        : base(trigger, guards, isInternal: false)
    {
    }
}
