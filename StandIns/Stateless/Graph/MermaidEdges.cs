using Stateless.Reflection;

namespace Stateless.Graph;

/// <summary>The arrows of the diagram.</summary>
internal sealed class MermaidEdges(StateMachineInfo machine, MermaidNames names)
{
    public IEnumerable<string> Lines() => machine.States.SelectMany(state => state.FixedTransitions
        .Select(transition => Arrow(state, transition.DestinationState, transition))
        .Concat(state.IgnoredTriggers.Select(ignored => Arrow(state, state, ignored))));

    private string Arrow(StateInfo source, StateInfo destination, TransitionInfo transition)
    {
        var label = transition.Trigger.ToString();
        // What every entry does is told at reentries only.
        if (transition is FixedTransitionInfo && source == destination && source.EntryActions.Any())
            label += $" / {string.Join(", ", source.EntryActions.Select(action => action.Method.Description))}";
        label = string.Join(' ', transition.GuardConditionsMethodDescriptions.Select(guard => $"[{guard.Description}]").Prepend(label));
        return $"\t{names.Of(source.ToString())} --> {names.Of(destination.ToString())} : {label}";
    }
}
