using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessGuardTests
{
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void A_met_guard_opens_the_way()
    {
        _machine.Configure(A).PermitIf(X, B, () => true, "open").PermitIf(X, C, () => false, "shut");

        _machine.Fire(X);

        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void Unmet_guards_are_named_by_the_exception()
    {
        _machine.Configure(A)
            .PermitIf(X, B, () => false, "one")
            .PermitIf(X, C, () => false, "two")
            .PermitIf(X, D, () => false);

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Equal(
            "Trigger 'X' is valid for transition from state 'A' but a guard conditions are not met. " +
            "Guard descriptions: 'one, two, Function'.",
            error.Message);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void A_guard_is_asked_at_every_firing()
    {
        var open = false;
        _machine.Configure(A).PermitIf(X, B, () => open, "open");

        Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));
        open = true;
        _machine.Fire(X);

        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void Two_met_guards_are_an_error()
    {
        _machine.Configure(A).PermitIf(X, B, () => true).PermitIf(X, C, () => true);

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Equal(
            "Multiple permitted exit transitions are configured from state 'A' for trigger 'X'. Guard clauses must be mutually exclusive.",
            error.Message);
    }

    [Fact]
    public void A_way_without_guard_beside_a_met_guard_is_an_error()
    {
        _machine.Configure(A).Permit(X, B).PermitIf(X, C, () => true);

        Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));
    }

    [Fact]
    public void The_same_way_twice_is_an_error_too()
    {
        _machine.Configure(A).Permit(X, B).Permit(X, B);

        Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));
    }
}
