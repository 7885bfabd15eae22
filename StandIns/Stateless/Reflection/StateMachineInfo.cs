namespace Stateless.Reflection;

/// <summary>A machine as it is configured, for diagrams and for tests that walk it.</summary>
public class StateMachineInfo
{
    internal StateMachineInfo(IEnumerable<StateInfo> states, StateInfo initialState)
    {
        InitialState = initialState;
        States = states;
    }

    /// <summary>The state the machine was made in. It has a name only: look in <see cref="States"/> for its transitions.</summary>
    public StateInfo InitialState { get; }

    /// <summary>The states that are configured, in that order, and then those that transitions lead to.</summary>
    public IEnumerable<StateInfo> States { get; }
}
