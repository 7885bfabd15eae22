namespace Stateless.Reflection;

/// <summary>A trigger that leads to a state chosen when it is fired.</summary>
public class DynamicTransitionInfo : TransitionInfo
{
    internal DynamicTransitionInfo(object trigger, InvocationInfo selector, DynamicStateInfos? possible)
        : base(trigger, [], isInternal: false)
    {
        DestinationStateSelectorDescription = selector;
        PossibleDestinationStates = possible;
    }

    /// <summary>What chooses the state.</summary>
    public InvocationInfo DestinationStateSelectorDescription { get; }

    /// <summary>The states that may be chosen, or null when the configuration does not say.</summary>
    public DynamicStateInfos? PossibleDestinationStates { get; }
}

/// <summary>A state that a dynamic transition may lead to.</summary>
public class DynamicStateInfo
{
    /// <summary>Names a state and when it is chosen.</summary>
    /// <param name="destinationState">The state.</param>
    /// <param name="criterion">When it is chosen.</param>
    public DynamicStateInfo(string destinationState, string criterion)
    {
        DestinationState = destinationState;
        Criterion = criterion;
    }

    /// <summary>The state.</summary>
    public string DestinationState { get; set; }

    /// <summary>When it is chosen.</summary>
    public string Criterion { get; set; }
}

/// <summary>The states that a dynamic transition may lead to.</summary>
public class DynamicStateInfos : List<DynamicStateInfo>
{
    /// <summary>Adds a state.</summary>
    /// <param name="destinationState">The state's name.</param>
    /// <param name="criterion">When it is chosen.</param>
    public void Add(string destinationState, string criterion) => Add(new DynamicStateInfo(destinationState, criterion));

    /// <summary>Adds a state.</summary>
    /// <typeparam name="TState">The type of the state.</typeparam>
    /// <param name="destinationState">The state.</param>
    /// <param name="criterion">When it is chosen.</param>
    public void Add<TState>(TState destinationState, string criterion)
        where TState : notnull => Add(new DynamicStateInfo(destinationState.ToString()!, criterion));
}
