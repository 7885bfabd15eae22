namespace Stateless;

public partial class StateMachine<TState, TTrigger>
{
    /// <summary>A state with its place in the hierarchy, its rules and its actions.</summary>
    internal sealed class Node(TState state)
    {
        public TState State => state;

        public Node? Superstate { get; private set; }

        public List<Node> Substates { get; } = [];

        public Dictionary<TTrigger, List<Rule>> Rules { get; } = [];

        public List<StateAction> EntryActions { get; } = [];

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

        /// <summary>The entry actions of a move: inwards, beginning below the first state that also holds the source.</summary>
        public IEnumerable<StateAction> Arriving(Transition transition)
        {
            if (transition.IsReentry)
                return EntryActions;
            return LineUp().TakeWhile(node => !node.Holds(transition.Source)).Reverse().SelectMany(node => node.EntryActions);
        }

        /// <summary>The rule for a trigger, here or further out; one here whose guards are unmet gives way to one further out.</summary>
        public Match? Find(TTrigger trigger)
        {
            var here = FindHere(trigger);
            return here is { Rule: not null } ? here : Superstate?.Find(trigger) ?? here;
        }

        private bool Holds(TState other) => Same(state, other) || Substates.Exists(node => node.Holds(other));

        private Match? FindHere(TTrigger trigger)
        {
            if (!Rules.TryGetValue(trigger, out var rules))
                return null;

            var byGuard = rules.ToLookup(rule => rule.Guard?.IsMet() ?? true);
            if (byGuard[true].Skip(1).Any())
                throw new InvalidOperationException(
                    $"Multiple permitted exit transitions are configured from state '{state}' for trigger '{trigger}'. " +
                    "Guard clauses must be mutually exclusive.");
            return new Match(
                byGuard[true].FirstOrDefault(), [.. byGuard[false].Select(rule => rule.Guard!.Info.Description).Distinct()]);
        }
    }
}
