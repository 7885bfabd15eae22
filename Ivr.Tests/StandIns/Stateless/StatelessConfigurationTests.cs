using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessConfigurationTests
{
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void Permit_to_the_state_itself_is_refused() =>
        Assert.Throws<ArgumentException>(() => _machine.Configure(A).Permit(X, A));

    [Fact]
    public void PermitIf_to_the_state_itself_is_refused() =>
        Assert.Throws<ArgumentException>(() => _machine.Configure(A).PermitIf(X, A, () => true, "guard"));

    [Fact]
    public void A_state_cannot_be_a_substate_of_itself() =>
        Assert.Throws<ArgumentException>(() => _machine.Configure(A).SubstateOf(A));

    [Fact]
    public void Substates_cannot_form_a_circle()
    {
        _machine.Configure(A).SubstateOf(B);
        _machine.Configure(B).SubstateOf(C);

        Assert.Throws<ArgumentException>(() => _machine.Configure(C).SubstateOf(A));
    }

    [Fact]
    public void Configuring_a_state_again_adds_to_it()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).Permit(X, A);
        _machine.Configure(A).Permit(Y, C);

        _machine.Fire(X);
        Assert.Equal(B, _machine.State);

        _machine.Fire(X);
        _machine.Fire(Y);
        Assert.Equal(C, _machine.State);
    }

    [Fact]
    public void A_configuration_can_be_chained()
    {
        var configuration = _machine.Configure(B);

        Assert.Same(configuration, configuration.Permit(X, C));
        Assert.Same(configuration, configuration.PermitIf(Y, C, () => true));
        Assert.Same(configuration, configuration.PermitReentry(Z).SubstateOf(D).OnEntry(_ => { }));
    }

    [Fact]
    public void Missing_functions_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new StateMachine<Place, Cue>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => new StateMachine<Place, Cue>(() => A, null!));
        Assert.Throws<ArgumentNullException>(() => _machine.Configure(A).OnEntry((Action<StateMachine<Place, Cue>.Transition>)null!));
    }
}
