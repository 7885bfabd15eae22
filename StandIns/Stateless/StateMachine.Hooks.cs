namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private Action<Transition>? _transitioned;
    private Action<Transition>? _transitionCompleted;
    private Action<TState, TTrigger, ICollection<string>?> _unhandled = Refuse;

    /// <summary>Adds a hook that runs when the state has changed, before the entry actions.</summary>
    /// <param name="onTransitionAction">Told of every move; not of what is ignored or internal.</param>
    /// <exception cref="ArgumentNullException">The hook is null.</exception>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    /// <summary>Adds a hook that runs after the entry actions.</summary>
    /// <param name="onTransitionAction">Told of every move; not of what is ignored or internal.</param>
    /// <exception cref="ArgumentNullException">The hook is null.</exception>
    public void OnTransitionCompleted(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitionCompleted += onTransitionAction;
    }

    /// <summary>Replaces the exception that is thrown for a trigger that cannot be handled.</summary>
    /// <param name="unhandledTriggerAction">Told the state and the trigger. What it fires is queued.</param>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Replaces the exception that is thrown for a trigger that cannot be handled.</summary>
    /// <param name="unhandledTriggerAction">
    /// Told the state, the trigger and the guards that forbade it: null when nothing is configured for the trigger,
    /// and always null with <c>FireAsync</c>. What it fires is queued.
    /// </param>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger, ICollection<string>?> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = unhandledTriggerAction;
    }

    private static void Refuse(TState state, TTrigger trigger, ICollection<string>? unmet) =>
        throw new InvalidOperationException(unmet is { Count: > 0 }
            ? $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. " +
              $"Guard descriptions: '{string.Join(", ", unmet)}'."
            : $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. " +
              "Consider ignoring the trigger.");
}
