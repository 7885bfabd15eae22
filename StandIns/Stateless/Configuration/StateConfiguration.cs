using Stateless.Reflection;

namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>What one state does: each method adds to it and returns the same configuration.</summary>
    public partial class StateConfiguration
    {
        private readonly StateMachine<TState, TTrigger> _machine;
        private readonly Node _node;

        internal StateConfiguration(StateMachine<TState, TTrigger> machine, Node node)
        {
            _machine = machine;
            _node = node;
        }

        /// <summary>
        /// Puts the state into a superstate: it has the superstate's rules besides its own, and moves between the superstate's
        /// substates do not touch the superstate's entry actions.
        /// </summary>
        /// <param name="superstate">The superstate.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The superstate is the state itself or lies inside it.</exception>
        public StateConfiguration SubstateOf(TState superstate)
        {
            _node.PutInto(_machine.NodeOf(superstate));
            return this;
        }

        /// <summary>Adds an action that runs when the state is entered. By then the machine is in it, even if the action throws.</summary>
        /// <param name="entryAction">The action, told the move.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            _node.EntryActions.Add(new StateAction(InvocationInfo.Of(entryAction, entryActionDescription), entryAction));
            return this;
        }

        private StateConfiguration With(Rule rule)
        {
            _node.Add(rule);
            return this;
        }
    }
}
