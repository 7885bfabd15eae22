using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessGuardTests
{
    private readonly StateMachine<Place, Cue> _machine = new(A);

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
            .PermitIf(X, C, Tuple.Create<Func<bool>, string>(() => true, "two"), Tuple.Create<Func<bool>, string>(() => false, "three"))
            .PermitIf(X, D, () => false);

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Equal(
            "Trigger 'X' is valid for transition from state 'A' but a guard conditions are not met. " +
            "Guard descriptions: 'one, three, Function'.",
            error.Message);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void All_of_several_guards_must_be_met()
    {
        var second = false;
        _machine.Configure(A).PermitIf(
            X, B, Tuple.Create<Func<bool>, string>(() => true, "first"), Tuple.Create<Func<bool>, string>(() => second, "second"));

        Assert.False(_machine.CanFire(X));
        second = true;
        Assert.True(_machine.CanFire(X));
    }

    [Fact]
    public void Two_met_guards_are_an_error()
    {
        _machine.Configure(A).PermitIf(X, B, () => true).PermitIf(X, C, () => true);

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Equal(
            "Multiple permitted exit transitions are configured from state 'A' for trigger 'X'. Guard clauses must be mutually exclusive.",
            error.Message);
        Assert.Throws<InvalidOperationException>(() => _machine.CanFire(X));
    }

    [Fact]
    public void A_way_without_guard_beside_a_met_guard_is_an_error()
    {
        _machine.Configure(A).Permit(X, B).PermitIf(X, C, () => true);

        Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));
    }

    [Fact]
    public void CanFire_tells_the_unmet_guards()
    {
        _machine.Configure(A).PermitIf(X, B, () => false, "shut").Permit(Y, C);

        Assert.False(_machine.CanFire(X, out var unmet));
        Assert.Equal(["shut"], unmet);

        Assert.True(_machine.CanFire(Y, out unmet));
        Assert.Empty(unmet!);

        Assert.False(_machine.CanFire(Z, out unmet));
        Assert.Null(unmet);
    }

    [Fact]
    public async Task Permitted_triggers_are_those_whose_guards_are_met_with_those_of_the_superstate_last()
    {
        _machine.Configure(A).SubstateOf(D).PermitIf(X, B, () => false).Ignore(Y);
        _machine.Configure(D).Permit(Z, C).Permit(Y, C);

        Assert.Equal([Y, Z], await _machine.GetPermittedTriggersAsync());
        Assert.Equal([Y, Z], await _machine.PermittedTriggersAsync);
#pragma warning disable CS0618 // Marked as obsolete, but still there.
        Assert.Equal([Y, Z], _machine.PermittedTriggers);
        Assert.Equal([Y, Z], _machine.GetPermittedTriggers());
#pragma warning restore CS0618
        Assert.Equal("StateMachine { State = A, PermittedTriggers = { Y, Z }}", _machine.ToString());
    }
}
