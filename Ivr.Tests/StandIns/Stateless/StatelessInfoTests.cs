using Stateless;
using Stateless.Reflection;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessInfoTests
{
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void States_are_listed_as_configured_and_then_the_destinations()
    {
        _machine.Configure(C).Permit(X, B);
        _machine.Configure(A).Permit(X, D).SubstateOf(C);

        var info = _machine.GetInfo();

        Assert.Equal([C, A, B, D], info.States.Select(state => (Place)state.UnderlyingState));
        Assert.Equal("A", info.InitialState.ToString());
        Assert.Equal(["A"], Of(C).Substates.Select(state => state.ToString()));
        Assert.Equal(C, Of(A).Superstate?.UnderlyingState);
        Assert.Null(Of(B).Superstate);
    }

    [Fact]
    public void The_initial_state_has_no_transitions_of_its_own()
    {
        _machine.Configure(A).Permit(X, B);

        Assert.Null(_machine.GetInfo().InitialState.FixedTransitions);
        Assert.Single(Of(A).FixedTransitions);
    }

    [Fact]
    public void Transitions_tell_trigger_destination_and_guards()
    {
        _machine.Configure(A).PermitIf(X, B, () => true, "open").PermitReentryIf(Y, () => true).Permit(Z, C);

        Assert.Equal(
            ["X to B [open]", "Y to A [Function]", "Z to C []"],
            Of(A).FixedTransitions.Select(way => $"{way.Trigger} to {way.DestinationState} [{Names(way)}]"));
    }

    [Fact]
    public void Ignored_triggers_are_listed_apart()
    {
        _machine.Configure(A).Ignore(X).Permit(Y, B);

        var ignored = Assert.Single(Of(A).IgnoredTriggers);
        Assert.Equal(X, ignored.Trigger.UnderlyingTrigger);
        Assert.Empty(ignored.GuardConditionsMethodDescriptions);
        Assert.Equal(Y, Assert.Single(Of(A).FixedTransitions).Trigger.UnderlyingTrigger);
    }

    [Fact]
    public void Actions_are_named_by_description_or_method_or_as_a_function()
    {
        _machine.Configure(A)
            .OnEntry(_ => { }, "described")
            .OnEntry(NamedAction)
            .OnEntry(_ => { });

        Assert.Equal(["described", "NamedAction", "Function"], Of(A).EntryActions.Select(action => action.Method.Description));
    }

    private static void NamedAction(StateMachine<Place, Cue>.Transition transition)
    {
    }

    private static string Names(TransitionInfo transition) =>
        string.Join(", ", transition.GuardConditionsMethodDescriptions.Select(guard => guard.Description));

    private StateInfo Of(Place state) => _machine.GetInfo().States.Single(info => state.Equals(info.UnderlyingState));
}
