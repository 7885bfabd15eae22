using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The arrows of the diagram, and the choices that dynamic transitions pass through.</summary>
internal sealed class MermaidEdges(StateMachineInfo machine, MermaidNames names)
{
    private readonly List<string> _choices = [];
    private readonly List<string> _arrows = [];

    public IEnumerable<string> Lines()
    {
        foreach (var state in machine.States)
        {
            foreach (var transition in state.FixedTransitions)
                Add(state, transition);
            foreach (var transition in state.DynamicTransitions)
                Add(state, transition);
            foreach (var ignored in state.IgnoredTriggers)
                Arrow(state.ToString(), state.ToString(), ignored.Trigger, [], Guards(ignored));
        }

        return [.. _choices, .. _arrows];
    }

    private static IEnumerable<string> Guards(TransitionInfo transition) =>
        transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description);

    private static IEnumerable<string> EntryFrom(StateInfo state, TriggerInfo trigger) =>
        state.EntryActions.Where(action => action.FromTrigger == trigger.ToString()).Select(action => action.Method.Description);

    private void Add(StateInfo source, FixedTransitionInfo transition)
    {
        var destination = transition.DestinationState;
        IEnumerable<string> actions = [];
        if (!transition.IsInternalTransition)
        {
            // What every entry does is told at reentries only; elsewhere the diagram tells what this trigger adds.
            if (source == destination)
                actions = source.EntryActions.Where(action => action.FromTrigger is null).Select(action => action.Method.Description);
            actions = actions.Concat(EntryFrom(destination, transition.Trigger));
        }

        Arrow(source.ToString(), destination.ToString(), transition.Trigger, actions, Guards(transition));
    }

    private void Add(StateInfo source, DynamicTransitionInfo transition)
    {
        var choice = $"Decision{_choices.Count + 1}";
        _choices.Add($"\tstate {choice} <<choice>>");
        Arrow(source.ToString(), choice, transition.Trigger, [], Guards(transition));
        foreach (var possible in transition.PossibleDestinationStates ?? [])
        {
            // A name that is no state of the machine gets no arrow.
            if (names.InOrder.FirstOrDefault(state => state.ToString() == possible.DestinationState) is { } state)
                Arrow(choice, state.ToString(), transition.Trigger, EntryFrom(state, transition.Trigger), [possible.Criterion]);
        }
    }

    private void Arrow(string source, string destination, TriggerInfo trigger, IEnumerable<string> actions, IEnumerable<string> guards)
    {
        var label = trigger.ToString();
        if (actions.Any())
            label += $" / {string.Join(", ", actions)}";
        label = string.Join(' ', guards.Select(guard => $"[{guard}]").Prepend(label));
        _arrows.Add($"\t{names.Of(source)} --> {names.Of(destination)} : {label}");
    }
}
