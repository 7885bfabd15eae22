namespace Stateless;

/// <summary>A machine that is in one state at a time and moves to another when a trigger is fired.</summary>
/// <typeparam name="TState">The type of the states, mostly an enum.</typeparam>
/// <typeparam name="TTrigger">The type of the triggers, mostly an enum.</typeparam>
/// <remarks>Not safe for use by several threads at once.</remarks>
public partial class StateMachine<TState, TTrigger>
    where TState : notnull
    where TTrigger : notnull
{
    private readonly Dictionary<TState, Node> _nodes = [];
    private readonly Func<TState> _stateAccessor;
    private readonly Action<TState> _stateMutator;
    private readonly TState _initialState;

    /// <summary>Makes a machine whose state is kept elsewhere and that queues triggers.</summary>
    /// <param name="stateAccessor">Reads the state; called once here and whenever the state is needed.</param>
    /// <param name="stateMutator">Writes the state.</param>
    /// <exception cref="ArgumentNullException">A function is null.</exception>
    public StateMachine(Func<TState> stateAccessor, Action<TState> stateMutator)
    {
        ArgumentNullException.ThrowIfNull(stateAccessor);
        ArgumentNullException.ThrowIfNull(stateMutator);
        _stateAccessor = stateAccessor;
        _stateMutator = stateMutator;
        _initialState = stateAccessor();
    }

    /// <summary>The state the machine is in now.</summary>
    public TState State
    {
        get => _stateAccessor();
        private set => _stateMutator(value);
    }

    /// <summary>Opens a state for configuration; may be called again to add more.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The configuration, for chaining.</returns>
    public StateConfiguration Configure(TState state) => new(this, NodeOf(state));

    private static bool Same(TState one, TState other) => EqualityComparer<TState>.Default.Equals(one, other);

    private Node NodeOf(TState state)
    {
        if (!_nodes.TryGetValue(state, out var node))
            _nodes.Add(state, node = new Node(state));
        return node;
    }
}
