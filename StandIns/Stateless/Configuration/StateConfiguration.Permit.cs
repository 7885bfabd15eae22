using Stateless.Reflection;

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
        public StateConfiguration Permit(TTrigger trigger, TState destinationState) => Lead(trigger, destinationState, []);

        /// <summary>Lets a trigger lead to another state while a guard is met.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">The other state.</param>
        /// <param name="guard">The guard; evaluated at every firing and every question.</param>
        /// <param name="guardDescription">The guard's name in messages and diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, Func<bool> guard, string? guardDescription = null) =>
            Lead(trigger, destinationState, [Guard.Of(guard, guardDescription)]);

        /// <summary>Lets a trigger lead to another state while all of several guards are met.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationState">The other state.</param>
        /// <param name="guards">The guards, each with its name in messages and diagrams.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentException">The destination is the state itself.</exception>
        public StateConfiguration PermitIf(TTrigger trigger, TState destinationState, params Tuple<Func<bool>, string>[] guards)
        {
            ArgumentNullException.ThrowIfNull(guards);
            return Lead(trigger, destinationState, Array.ConvertAll(guards, guard => Guard.Of(guard.Item1, guard.Item2)));
        }

        /// <summary>Lets a trigger lead to a state that is chosen when it is fired; the state itself is reentered.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="destinationStateSelector">Chooses the state.</param>
        /// <param name="destinationStateSelectorDescription">The choice's name in diagrams.</param>
        /// <param name="possibleDestinationStates">The states that may be chosen, for diagrams only.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The selector is null.</exception>
        public StateConfiguration PermitDynamic(
            TTrigger trigger,
            Func<TState> destinationStateSelector,
            string? destinationStateSelectorDescription = null,
            DynamicStateInfos? possibleDestinationStates = null)
        {
            ArgumentNullException.ThrowIfNull(destinationStateSelector);
            var info = InvocationInfo.Of(destinationStateSelector, destinationStateSelectorDescription);
            return With(new DynamicRule(trigger, destinationStateSelector, info, possibleDestinationStates));
        }

        private StateConfiguration Lead(TTrigger trigger, TState destinationState, Guard[] guards)
        {
            // Whether the state is to be left and entered again, or the trigger ignored, must be said in so many words.
            if (Same(destinationState, State))
                throw new ArgumentException(
                    "Permit() (and PermitIf()) require that the destination state is not equal to the source state. " +
                    "To accept a trigger without changing state, use either Ignore() or PermitReentry().",
                    nameof(destinationState));
            return With(new FixedRule(trigger, guards, destinationState));
        }
    }
}
