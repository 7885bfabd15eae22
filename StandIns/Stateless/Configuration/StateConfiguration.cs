namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state does: each method adds to it and returns the same configuration.</summary>
    public partial class StateConfiguration
    {
        private readonly Node _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, Node node)
        {
            Machine = machine;
            _node = node;
        }

        /// <summary>The state that is configured.</summary>
        public TState State => _node.State;

        /// <summary>The machine the state belongs to.</summary>
        public StateMachine<TState, TTrigger> Machine { get; }

        /// <summary>
        /// Puts the state into a superstate: it has the superstate's rules besides its own, and moves between the superstate's
        /// substates do not touch the superstate's entry and exit actions.
        /// </summary>
        /// <param name="superstate">The superstate.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The superstate is the state itself or lies inside it.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            _node.PutInto(Machine.NodeOf(superstate));
            return this;
        }

        /// <summary>Names the substate to go on to when the state is entered. That it is a substate is checked then.</summary>
        /// <param name="targetState">The substate.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The target is the state itself.</exception>
        /// <exception cref="InvalidOperationException">A target was named before.</exception>
        public StateConfiguration InitialTransition(TState targetState)
        {
            _node.StartIn(targetState);
            return this;
        }

        private StateConfiguration With(Rule rule)
        {
            _node.Add(rule);
            return this;
        }
    }
}
