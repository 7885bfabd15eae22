namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    public partial class StateConfiguration
    {
        /// <summary>Lets a trigger leave the state and enter it again: its entry actions run.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentry(TTrigger trigger) => With(new ReentryRule(trigger, Guard: null, _node.State));

        /// <summary>Lets a trigger leave the state and enter it again while a guard is met.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <param name="guard">The guard; evaluated at every firing.</param>
        /// <param name="guardDescription">The guard's name in messages and diagrams.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration PermitReentryIf(TTrigger trigger, Func<bool> guard, string? guardDescription = null) =>
            With(new ReentryRule(trigger, Guard.Of(guard, guardDescription), _node.State));

        /// <summary>Lets a trigger pass without any effect.</summary>
        /// <param name="trigger">The trigger.</param>
        /// <returns>This configuration.</returns>
        public StateConfiguration Ignore(TTrigger trigger) => With(new IgnoreRule(trigger));
    }
}
