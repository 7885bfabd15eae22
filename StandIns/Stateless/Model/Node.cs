namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A state with its place in the hierarchy, its rules and its actions.</summary>
    internal sealed class Node(TState state)
    {
        private (TState State, bool IsSet) _initial;

        public TState State => state;

        public Node? Superstate { get; private set; }

        public List<Node> Substates { get; } = [];

        public Dictionary<TTrigger, List<Rule>> Rules { get; } = [];

        public List<StateAction> EntryActions { get; } = [];

        public List<StateAction> ExitActions { get; } = [];

        /// <summary>This state, its superstate, and so on outwards.</summary>
        public IEnumerable<Node> LineUp()
        {
            for (var node = this; node is not null; node = node.Superstate)
                yield return node;
        }

        public void Add(Rule rule)
        {
            if (!Rules.TryGetValue(rule.Trigger, out var rules))
                Rules.Add(rule.Trigger, rules = []);
            rules.Add(rule);
        }

        public void PutInto(Node superstate)
        {
            if (Same(state, superstate.State))
                throw new ArgumentException(
                    $"Configuring {state} as a substate of {superstate.State} creates an illegal cyclic configuration.",
                    nameof(superstate));
            if (superstate.LineUp().Contains(this))
                throw new ArgumentException(
                    $"Configuring {state} as a substate of {superstate.State} creates an illegal nested cyclic configuration.",
                    nameof(superstate));
            Superstate = superstate;
            superstate.Substates.Add(this);
        }

        public void StartIn(TState targetState)
        {
            if (_initial.IsSet)
                throw new InvalidOperationException(
                    $"This state has already been configured with an initial transition ({_initial.State}).");
            if (Same(state, targetState))
                throw new ArgumentException(
                    "Setting the current state as the target destination state is not allowed.", nameof(targetState));
            _initial = (targetState, true);
        }

        /// <summary>The substate to start in, if one is set; that it is a substate can only be known now.</summary>
        public Node? InitialSubstate()
        {
            if (!_initial.IsSet)
                return null;
            return Substates.Find(node => Same(node.State, _initial.State))
                ?? throw new InvalidOperationException($"The target ({_initial.State}) for the initial transition is not a substate.");
        }

        /// <summary>The exit actions of a move: from here outwards, up to the first state that also holds the destination.</summary>
        public IEnumerable<StateAction> Leaving(Transition transition)
        {
            if (transition.IsReentry)
                return ExitActions;
            return LineUp().TakeWhile(node => !node.Holds(transition.Destination)).SelectMany(node => node.ExitActions);
        }

        /// <summary>The entry actions of a move: inwards, beginning below the first state that also holds the source.</summary>
        public IEnumerable<StateAction> Arriving(Transition transition)
        {
            if (transition.IsReentry)
                return EntryActions;
            var entered = LineUp().TakeWhile(node => !node.Holds(transition.Source));
            // To start in a substate is a step inwards only: what is around it has been entered.
            return (transition is InitialTransition ? entered.Take(1) : entered.Reverse()).SelectMany(node => node.EntryActions);
        }

        /// <summary>The rule for a trigger, here or further out; one here whose guards are unmet gives way to one further out.</summary>
        public Match? Find(TTrigger trigger, bool superstateFirst)
        {
            var here = FindHere(trigger);
            if (here is { IsMet: true } && !superstateFirst)
                return here;
            return Superstate?.Find(trigger, superstateFirst) ?? here;
        }

        public IEnumerable<TTrigger> Permitted() =>
            [.. LineUp().SelectMany(node => node.Rules).Where(entry => entry.Value.Exists(rule => rule.Unmet().Count == 0))
                .Select(entry => entry.Key).Distinct()];

        private bool Holds(TState other) => Same(state, other) || Substates.Exists(node => node.Holds(other));

        private Match? FindHere(TTrigger trigger)
        {
            if (!Rules.TryGetValue(trigger, out var rules))
                return null;

            var matches = rules.ConvertAll(rule => new Match(rule, rule.Unmet()));
            var met = matches.FindAll(match => match.IsMet);
            if (met.Count > 1)
                throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{state}' for trigger '{trigger}'. " +
                    "Guard clauses must be mutually exclusive.");
            return met.Count == 1
                ? met[0]
                : new Match(rules[0], [.. matches.SelectMany(match => match.Unmet).Distinct()]);
        }
    }
}
