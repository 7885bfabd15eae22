namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Lets a trigger leave the state and enter it again: exit and entry actions run.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentry(TTrigger trigger) => With(new ReentryRule(trigger, [], State));

        /// <summary>Lets a trigger leave the state and enter it again while a guard is met.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">The guard; evaluated at every firing and every question.</param>
        /// <param name="guardDescription">The guard's name in messages and diagrams.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            With(new ReentryRule(trigger, [Guard.Of(guard, guardDescription)], State));

        /// <summary>Lets a trigger pass without any effect.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration Ignore(TTrigger trigger) => With(new IgnoreRule(trigger, []));

        /// <summary>Lets a trigger pass without any effect while a guard is met.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">The guard; evaluated at every firing and every question.</param>
        /// <param name="guardDescription">The guard's name in messages and diagrams.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration IgnoreIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            With(new IgnoreRule(trigger, [Guard.Of(guard, guardDescription)]));

        /// <summary>Runs an action for a trigger and stays: no exit or entry action, no hook.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="internalAction">The action.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration InternalTransition(TTrigger trigger, Action internalAction)
        {
            ArgumentNullException.ThrowIfNull(internalAction);
            return InternalTransition(trigger, _ => internalAction());
        }

        /// <summary>Runs an action for a trigger and stays: no exit or entry action, no hook.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="entryAction">The action, told the state as both source and destination.</param>
        /// <returns>This configuration.</returns>
        /// <exception cref="ArgumentNullException">The action is null.</exception>
        public StateConfiguration InternalTransition(TTrigger trigger, Action<Transition> entryAction)
        {
            ArgumentNullException.ThrowIfNull(entryAction);
            // The official package gives every internal transition an unnamed guard, which its diagrams show.
            return With(new InternalRule(trigger, [Guard.Of(() => true, description: null)], entryAction));
        }
    }
}
