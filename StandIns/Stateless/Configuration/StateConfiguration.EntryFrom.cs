namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Adds an action that runs when the state is entered by one trigger.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entering(StateAction.Of(entryAction, entryActionDescription, _ => entryAction()).From(trigger));
        }

        /// <summary>Adds an action that runs when the state is entered by one trigger.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action, told the move.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration OnEntryFrom(TTrigger trigger, Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            return Entering(StateAction.Of(entryAction, entryActionDescription, entryAction).From(trigger));
        }

        /// <summary>Adds an action that runs when the state is entered by one trigger with arguments.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action, told the move.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The trigger or the action is null.</exception>
        public StateConfiguration OnEntryFrom(
            TriggerWithParameters trigger, Action<Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            return OnEntryFrom(trigger.Trigger, entryAction, entryActionDescription);
        }

        /// <summary>Adds an action that runs when the state is entered by one trigger, with the trigger's argument.</summary>
        /// <typeparam name="TArg0">The type of the argument.</typeparam>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action; without an argument it gets the type's default.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The trigger or the action is null.</exception>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            void Run(Transition transition) => entryAction(Argument<TArg0>(transition));
            return Entering(StateAction.Of(entryAction, entryActionDescription, Run).From(trigger.Trigger));
        }

        /// <summary>Adds an action that runs when the state is entered by one trigger, with the trigger's argument.</summary>
        /// <typeparam name="TArg0">The type of the argument.</typeparam>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action, told the move too; without an argument it gets the type's default.</param>
        /// <param name="entryActionDescription">Its name in diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The trigger or the action is null.</exception>
        public StateConfiguration OnEntryFrom<TArg0>(
            TriggerWithParameters<TArg0> trigger, Action<TArg0, Transition> entryAction, string? entryActionDescription = null)
        {
            ArgumentNullException.ThrowIfNull(trigger);
            ArgumentNullException.ThrowIfNull(entryAction);
            void Run(Transition transition) => entryAction(Argument<TArg0>(transition), transition);
            return Entering(StateAction.Of(entryAction, entryActionDescription, Run).From(trigger.Trigger));
        }

        private static TArg0 Argument<TArg0>(Transition transition) =>
            transition.Parameters.Length == 0 ? default! : (TArg0)transition.Parameters[0];
    }
}
