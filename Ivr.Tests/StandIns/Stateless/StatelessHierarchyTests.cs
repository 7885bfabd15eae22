using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

/// <summary>A stands alone; B and C are inside D.</summary>
public class StatelessHierarchyTests
{
    private readonly List<string> _log = [];
    private Place _state = A;

    [Fact]
    public void Entering_a_substate_enters_the_superstate_first()
    {
        Machine().Fire(X);

        Assert.Equal(["exit A", "A to B", "enter D", "enter B"], _log);
    }

    [Fact]
    public void A_sibling_is_reached_without_touching_the_superstate()
    {
        _state = B;

        Machine().Fire(X);

        Assert.Equal(["exit B", "B to C", "enter C"], _log);
    }

    [Fact]
    public void Leaving_runs_exits_outwards()
    {
        _state = C;

        Machine().Fire(X);

        Assert.Equal(["exit C", "exit D", "C to A", "enter A"], _log);
    }

    [Fact]
    public void The_superstate_is_reached_from_inside_by_leaving_the_substate_only()
    {
        _state = C;
        var machine = Machine();
        machine.Configure(C).Permit(Y, D);

        machine.Fire(Y);

        Assert.Equal(["exit C", "C to D"], _log);
    }

    [Fact]
    public void A_trigger_that_the_substate_does_not_know_climbs_to_the_superstate()
    {
        _state = B;
        var machine = Machine();
        machine.Configure(D).Permit(Y, A);

        machine.Fire(Y);

        Assert.Equal(A, _state);
    }

    [Fact]
    public void A_trigger_climbs_also_when_the_substates_own_guards_are_unmet()
    {
        _state = B;
        var machine = Machine();
        machine.Configure(B).PermitIf(Y, C, () => false, "never");
        machine.Configure(D).Permit(Y, A);

        Assert.True(machine.CanFire(Y));
        machine.Fire(Y);

        Assert.Equal(A, _state);
    }

    [Fact]
    public void The_substates_own_rule_goes_before_that_of_the_superstate()
    {
        _state = B;
        var machine = Machine();
        machine.Configure(B).Ignore(Y);
        machine.Configure(D).Permit(Y, A);

        machine.Fire(Y);

        Assert.Equal(B, _state);
    }

    [Fact]
    public void When_both_are_unmet_the_superstates_guards_are_named()
    {
        _state = B;
        var machine = Machine();
        machine.Configure(B).PermitIf(Y, A, () => false, "inner");
        machine.Configure(D).PermitIf(Y, A, () => false, "outer");

        Assert.False(machine.CanFire(Y, out var unmet));
        Assert.Equal(["outer"], unmet);
    }

    [Fact]
    public void A_superstates_way_to_the_state_we_are_in_does_nothing()
    {
        _state = B;
        var machine = Machine();
        machine.Configure(D).Permit(Y, B);

        machine.Fire(Y);

        Assert.Empty(_log);
        Assert.Equal(B, _state);
    }

    [Fact]
    public void A_superstates_reentry_leaves_both_and_ends_in_the_superstate()
    {
        _state = B;
        var machine = Machine();
        machine.Configure(D).PermitReentry(Y);

        machine.Fire(Y);

        Assert.Equal(["exit B", "exit D", "D to D", "enter D"], _log);
        Assert.Equal(D, _state);
    }

    [Fact]
    public void A_state_with_an_initial_transition_goes_on_to_the_substate()
    {
        var machine = Machine();
        machine.Configure(A).Permit(Y, D);
        machine.Configure(D).InitialTransition(C);

        machine.Fire(Y);

        Assert.Equal(["exit A", "A to D", "enter D", "D to C", "enter C"], _log);
        Assert.Equal(C, _state);
    }

    [Fact]
    public void An_initial_transition_to_a_state_elsewhere_fails_when_it_is_taken()
    {
        var machine = Machine();
        machine.Configure(B).InitialTransition(A);

        Assert.Throws<InvalidOperationException>(() => machine.Fire(X));
    }

    [Fact]
    public void A_machine_in_a_substate_is_in_the_superstate_too()
    {
        _state = B;
        var machine = Machine();

        Assert.True(machine.IsInState(B));
        Assert.True(machine.IsInState(D));
        Assert.False(machine.IsInState(C));

        _state = D;
        Assert.False(machine.IsInState(B));
    }

    private StateMachine<Place, Cue> Machine()
    {
        var machine = new StateMachine<Place, Cue>(() => _state, state => _state = state);
        machine.OnTransitioned(transition => _log.Add($"{transition.Source} to {transition.Destination}"));
        machine.Configure(A).Permit(X, B);
        machine.Configure(B).Permit(X, C).SubstateOf(D);
        machine.Configure(C).Permit(X, A).SubstateOf(D);
        foreach (var state in Enum.GetValues<Place>())
            machine.Configure(state).OnEntry(() => _log.Add($"enter {state}")).OnExit(() => _log.Add($"exit {state}"));
        return machine;
    }
}
