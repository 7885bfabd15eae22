namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    private IEnumerable<Task> Handle(Shot shot, bool mayAwait)
    {
        var (trigger, args) = shot;
        if (_parameters.TryGetValue(trigger, out var declared))
            declared.ValidateParameters(args);

        var source = State;
        // With FireAsync the superstate's answer goes before the state's own, and unmet guards are not reported:
        // both are so in the official package, and a stand-in that did better would hide it.
        var match = NodeOf(source).Find(trigger, superstateFirst: mayAwait);
        if (match is not { IsMet: true })
        {
            _unhandled(source, trigger, mayAwait ? null : match?.Unmet);
            return [];
        }

        switch (match.Rule)
        {
            case InternalRule stay:
                stay.Action(new Transition(source, source, trigger, args));
                return [];
            case ReentryRule again:
                return Move(new Transition(source, again.State, trigger, args), isReentry: true, mayAwait);
            case DynamicRule choice:
                return Move(new Transition(source, choice.Select(), trigger, args), isReentry: false, mayAwait);
            // A superstate may permit the way to the state we are in already: then there is nothing to do.
            case FixedRule way when !Same(source, way.Destination):
                return Move(new Transition(source, way.Destination, trigger, args), isReentry: false, mayAwait);
            default:
                return [];
        }
    }

    private IEnumerable<Task> Move(Transition transition, bool isReentry, bool mayAwait)
    {
        foreach (var action in NodeOf(transition.Source).Leaving(transition))
            yield return action.Run(transition, mayAwait);

        if (isReentry && !transition.IsReentry)
        {
            // A superstate is to be reentered: it is left as well, and the rest of the move is its own.
            transition = new Transition(transition.Destination, transition.Destination, transition.Trigger, transition.Parameters);
            foreach (var action in NodeOf(transition.Source).Leaving(transition))
                yield return action.Run(transition, mayAwait);
        }

        if (!isReentry)
            State = transition.Destination;
        _transitioned?.Invoke(transition);

        var arrival = transition;
        var node = NodeOf(arrival.Destination);
        while (true)
        {
            foreach (var action in node.Arriving(arrival))
                yield return action.Run(arrival, mayAwait);

            if (_firingMode == FiringMode.Immediate && !Same(State, arrival.Destination))
            {
                // An entry action fired a trigger and the machine went on: so this move ends where that one did.
                node = NodeOf(State);
                arrival = new Transition(arrival.Source, State, arrival.Trigger, arrival.Parameters);
            }

            if (node.InitialSubstate() is not { } substate)
                break;
            // The official package goes round in circles here until the stack is full.
            if (_firingMode == FiringMode.Immediate)
                throw new InvalidOperationException("An initial transition needs FiringMode.Queued.");
            _transitioned?.Invoke(new Transition(arrival.Destination, substate.State, arrival.Trigger, arrival.Parameters));
            arrival = new InitialTransition(arrival.Source, substate.State, arrival.Trigger, arrival.Parameters);
            node = substate;
        }

        if (isReentry)
        {
            _transitionCompleted?.Invoke(transition);
            State = node.State;
        }
        else
        {
            if (!Same(node.State, State))
                State = node.State;
            _transitionCompleted?.Invoke(new Transition(transition.Source, State, transition.Trigger, transition.Parameters));
        }
    }
}
