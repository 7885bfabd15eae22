namespace Stateless.Reflection;

/// <summary>What a state does with a trigger.</summary>
public abstract class TransitionInfo
{
    /// <summary>The conditions, all of which must be met; empty when there are none.</summary>
    public IEnumerable<InvocationInfo> GuardConditionsMethodDescriptions;

    private protected TransitionInfo(object trigger, IEnumerable<InvocationInfo> guards)
    {
        Trigger = new TriggerInfo(trigger);
        GuardConditionsMethodDescriptions = guards;
    }

    /// <summary>The trigger.</summary>
    public TriggerInfo Trigger { get; }
}

/// <summary>A trigger that leads to a state known beforehand.</summary>
public class FixedTransitionInfo : TransitionInfo
{
    internal FixedTransitionInfo(object trigger, IEnumerable<InvocationInfo> guards, StateInfo destination)
        : base(trigger, guards) => DestinationState = destination;

    /// <summary>The state it leads to.</summary>
    public StateInfo DestinationState { get; }
}

/// <summary>A trigger that is ignored.</summary>
public class IgnoredTransitionInfo : TransitionInfo
{
    internal IgnoredTransitionInfo(object trigger)
        : base(trigger, [])
    {
    }
}
