namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Adds an action that runs when the state is left. If it throws, the state does not change.</summary>
        /// <param name="exitAction">The action.</param>
        /// <param name="exitActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnExit(Action exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exiting(StateAction.Of(exitAction, exitActionDescription, _ => exitAction()));
        }

        /// <summary>Adds an action that runs when the state is left. If it throws, the state does not change.</summary>
        /// <param name="exitAction">The action, told the move.</param>
        /// <param name="exitActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnExit(Action<Transition> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exiting(StateAction.Of(exitAction, exitActionDescription, exitAction));
        }

        /// <summary>Adds an action to await when the state is left with <c>FireAsync</c>; <c>Fire</c> refuses it.</summary>
        /// <param name="exitAction">The action.</param>
        /// <param name="exitActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnExitAsync(Func<Task> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exiting(StateAction.OfAsync(exitAction, exitActionDescription, _ => exitAction()));
        }

        /// <summary>Adds an action to await when the state is left with <c>FireAsync</c>; <c>Fire</c> refuses it.</summary>
        /// <param name="exitAction">The action, told the move.</param>
        /// <param name="exitActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnExitAsync(Func<Transition, Task> exitAction, string? exitActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(exitAction);
            return Exiting(StateAction.OfAsync(exitAction, exitActionDescription, exitAction));
        }

        private StateConfiguration Exiting(StateAction action)
        {
            _node.ExitActions.Add(action);
            return this;
        }
    }
}
