namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private readonly Queue<TTrigger> _queue = [];
    private Action<TState, TTrigger, IReadOnlyList<string>> _unhandled = Refuse;
    private Action<Transition>? _transitioned;
    private bool _firing;

    /// <summary>
    /// Fires a trigger: the current state's configuration decides what happens. While another one is still being handled, it waits
    /// until that one has run to its end.
    /// </summary>
    /// <param name="trigger">The trigger.</param>
    /// <exception cref="InvalidOperationException">
    /// Nothing is configured for the trigger, its guards are unmet, or two transitions are possible.
    /// </exception>
    public void Fire(TTrigger trigger)
    {
        // A firing that failed may have left triggers behind: those are handled first.
        _queue.Enqueue(trigger);
        if (_firing)
            return;

        _firing = true;
        try
        {
            while (_queue.TryDequeue(out var next))
                Handle(next);
        }
        finally
        {
            _firing = false;
        }
    }

    /// <summary>Replaces the exception that is thrown for a trigger that cannot be handled.</summary>
    /// <param name="unhandledTriggerAction">Told the state and the trigger. What it fires is queued.</param>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnUnhandledTrigger(Action<TState, TTrigger> unhandledTriggerAction)
    {
        ArgumentNullException.ThrowIfNull(unhandledTriggerAction);
        _unhandled = (state, trigger, _) => unhandledTriggerAction(state, trigger);
    }

    /// <summary>Adds an action that is told of every transition, after the state has changed and before anything is entered.</summary>
    /// <param name="onTransitionAction">The action; several run in the order they were added.</param>
    /// <exception cref="ArgumentNullException">The action is null.</exception>
    public void OnTransitioned(Action<Transition> onTransitionAction)
    {
        ArgumentNullException.ThrowIfNull(onTransitionAction);
        _transitioned += onTransitionAction;
    }

    private static void Refuse(TState state, TTrigger trigger, IReadOnlyList<string> unmet) =>
        throw new InvalidOperationException(unmet.Count > 0
            ? $"Trigger '{trigger}' is valid for transition from state '{state}' but a guard conditions are not met. " +
              $"Guard descriptions: '{string.Join(", ", unmet)}'."
            : $"No valid leaving transitions are permitted from state '{state}' for trigger '{trigger}'. " +
              "Consider ignoring the trigger.");

    private void Handle(TTrigger trigger)
    {
        var source = State;
        var match = NodeOf(source).Find(trigger);
        switch (match)
        {
            case null or { Rule: null }:
                _unhandled(source, trigger, match?.Unmet ?? []);
                break;
            // It may be a superstate that is reentered; then the machine ends up in the superstate.
            case { Rule: ReentryRule again }:
                Enter(new Transition(again.State, again.State, trigger));
                break;
            // A superstate may permit the way to the state we are in already: then there is nothing to do.
            case { Rule: FixedRule way } when !Same(source, way.Destination):
                Enter(new Transition(source, way.Destination, trigger));
                break;
        }
    }

    private void Enter(Transition transition)
    {
        if (!transition.IsReentry)
            State = transition.Destination;
        _transitioned?.Invoke(transition);
        foreach (var action in NodeOf(transition.Destination).Arriving(transition))
            action.Run(transition);

        // A reentry is written down only now. Otherwise it was, and what an entry action wrote instead does not count.
        if (transition.IsReentry || !Same(State, transition.Destination))
            State = transition.Destination;
    }
}
