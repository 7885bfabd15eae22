namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Lets a trigger lead to another state.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">The other state.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) => Lead(trigger, destinationState, guard: null);

        /// <summary>Lets a trigger lead to another state while a guard is met.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">The other state.</param>
        /// <param name="guard">The guard; evaluated at every firing.</param>
        /// <param name="guardDescription">The guard's name in messages and diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Lead(trigger, destinationState, Guard.Of(guard, guardDescription));

        private StateConfiguration Lead(TTrigger trigger, TState destinationState, Guard? guard)
        {
            // Whether the state is to be left and entered again, or the trigger ignored, must be said in so many words.
            if (Same(destinationState, _node.State))
                throw new ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to the source state. " +
                    "To accept a trigger without changing state, use either Ignore() or PermitReentry().",
                    nameof(destinationState));
            return With(new FixedRule(trigger, guard, destinationState));
        }
    }
}
