namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Adds an action that runs when the state is entered. By then the machine is in it, even if the action throws.</summary>
        /// <param name="entryAction">The action.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntry(Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entering(StateAction.Of(entryAction, entryActionDescription, _ => entryAction()));
        }

        /// <summary>Adds an action that runs when the state is entered. By then the machine is in it, even if the action throws.</summary>
        /// <param name="entryAction">The action, told the move.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntry(Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entering(StateAction.Of(entryAction, entryActionDescription, entryAction));
        }

        /// <summary>Adds an action to await when the state is entered with <c>FireAsync</c>; <c>Fire</c> refuses it.</summary>
        /// <param name="entryAction">The action.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntryAsync(Func<Task> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entering(StateAction.OfAsync(entryAction, entryActionDescription, _ => entryAction()));
        }

        /// <summary>Adds an action to await when the state is entered with <c>FireAsync</c>; <c>Fire</c> refuses it.</summary>
        /// <param name="entryAction">The action, told the move.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntryAsync(Func<Transition, Task> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entering(StateAction.OfAsync(entryAction, entryActionDescription, entryAction));
        }

        private StateConfiguration Entering(StateAction action)
        {
            _node.EntryActions.Add(action);
            return this;
        }
    }
}
