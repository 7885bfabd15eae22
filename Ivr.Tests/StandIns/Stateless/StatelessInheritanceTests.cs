using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

/// <summary>Whose rule holds for a trigger: the state's own or that of the state around it. The machine is in B, inside D.</summary>
public class StatelessInheritanceTests
{
    private readonly StateMachine<Place, Cue> _machine = Machine.In(B);

    public StatelessInheritanceTests() => _machine.Configure(B).SubstateOf(D);

    [Fact]
    public void A_trigger_that_the_substate_does_not_know_climbs_to_the_superstate()
    {
        _machine.Configure(D).Permit(Y, A);

        _machine.Fire(Y);

        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void A_trigger_climbs_through_every_superstate()
    {
        _machine.Configure(D).SubstateOf(C);
        _machine.Configure(C).Permit(Y, A);

        _machine.Fire(Y);

        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void A_trigger_climbs_also_when_the_substates_own_guards_are_unmet()
    {
        _machine.Configure(B).PermitIf(Y, C, () => false, "never");
        _machine.Configure(D).Permit(Y, A);

        _machine.Fire(Y);

        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void The_substates_own_rule_goes_before_that_of_the_superstate()
    {
        _machine.Configure(B).Ignore(Y);
        _machine.Configure(D).Permit(Y, A);

        _machine.Fire(Y);

        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void When_both_are_unmet_the_superstates_guards_are_named()
    {
        _machine.Configure(B).PermitIf(Y, A, () => false, "inner");
        _machine.Configure(D).PermitIf(Y, A, () => false, "outer");

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(Y));

        Assert.EndsWith("Guard descriptions: 'outer'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void When_the_superstate_says_nothing_the_substates_guards_are_named()
    {
        _machine.Configure(B).PermitIf(Y, A, () => false, "inner");

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(Y));

        Assert.EndsWith("Guard descriptions: 'inner'.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_superstates_way_to_the_state_we_are_in_does_nothing()
    {
        var entries = 0;
        _machine.Configure(B).OnEntry(_ => entries++);
        _machine.Configure(D).Permit(Y, B).OnEntry(_ => entries++);

        _machine.Fire(Y);

        Assert.Equal(0, entries);
        Assert.Equal(B, _machine.State);
    }
}
