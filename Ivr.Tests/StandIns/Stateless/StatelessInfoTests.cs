using Stateless;
using Stateless.Reflection;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessInfoTests
{
    private readonly StateMachine<Place, Cue> _machine = new(A);

    [Fact]
    public void States_are_listed_as_configured_and_then_the_destinations()
    {
        _machine.Configure(C).Permit(X, B);
        _machine.Configure(A).Permit(X, D).SubstateOf(C);

        var info = _machine.GetInfo();

        Assert.Equal([C, A, B, D], info.States.Select(state => (Place)state.UnderlyingState));
        Assert.Equal((typeof(Place), typeof(Cue)), (info.StateType, info.TriggerType));
        Assert.Equal("A", info.InitialState.ToString());
        Assert.Equal(["A"], Of(C).Substates.Select(state => state.ToString()));
        Assert.Equal(C, Of(A).Superstate?.UnderlyingState);
        Assert.Null(Of(B).Superstate);
    }

    [Fact]
    public void The_initial_state_has_no_transitions_of_its_own()
    {
        _machine.Configure(A).Permit(X, B);

        Assert.Null(_machine.GetInfo().InitialState.Transitions);
        Assert.Single(Of(A).Transitions);
    }

    [Fact]
    public void Transitions_tell_trigger_destination_and_guards()
    {
        _machine.Configure(A).PermitIf(X, B, () => true, "open").PermitReentry(Y).InternalTransition(Z, () => { });

        Assert.Equal(
            ["X to B [open] internal: False", "Y to A [] internal: False", "Z to A [Function] internal: True"],
            Of(A).FixedTransitions.Select(way =>
                $"{way.Trigger} to {way.DestinationState} [{Names(way)}] internal: {way.IsInternalTransition}"));
        Assert.Equal(3, Of(A).Transitions.Count());
    }

    [Fact]
    public void Ignored_triggers_are_listed_apart()
    {
        _machine.Configure(A).IgnoreIf(X, () => true, "quiet").Permit(Y, B);

        var ignored = Assert.Single(Of(A).IgnoredTriggers);
        Assert.Equal(X, ignored.Trigger.UnderlyingTrigger);
        Assert.Equal("quiet", Names(ignored));
        Assert.Equal(Y, Assert.Single(Of(A).Transitions).Trigger.UnderlyingTrigger);
    }

    [Fact]
    public void Dynamic_transitions_tell_selector_and_possible_states()
    {
        _machine.Configure(A).PermitDynamic(X, () => B, "choose", new DynamicStateInfos { { B, "by day" }, { "C", "by night" } });

        var state = Of(A);
        var way = Assert.Single(state.DynamicTransitions);
        Assert.Equal("choose", way.DestinationStateSelectorDescription.Description);
        Assert.Equal(
            ["B by day", "C by night"],
            way.PossibleDestinationStates!.Select(possible => $"{possible.DestinationState} {possible.Criterion}"));
        Assert.Empty(way.GuardConditionsMethodDescriptions);
        Assert.Same(way, Assert.Single(state.Transitions));
    }

    [Fact]
    public void Actions_are_named_by_description_or_method_or_as_a_function()
    {
        _machine.Configure(A)
            .OnEntry(() => { }, "described")
            .OnEntry(NamedAction)
            .OnEntryFrom(X, () => { })
            .OnExitAsync(() => Task.CompletedTask, "later");

        Assert.Equal(
            ["described ", "NamedAction ", "Function X"],
            Of(A).EntryActions.Select(action => $"{action.Method.Description} {action.FromTrigger}"));
        var exit = Assert.Single(Of(A).ExitActions);
        Assert.Equal(("later", true), (exit.Description, exit.IsAsync));
        Assert.Empty(Of(A).ActivateActions);
        Assert.Empty(Of(A).DeactivateActions);
    }

    private static void NamedAction()
    {
    }

    private static string Names(TransitionInfo transition) =>
        string.Join(", ", transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description));

    private StateInfo Of(Place state) => _machine.GetInfo().States.Single(info => state.Equals(info.UnderlyingState));
}
