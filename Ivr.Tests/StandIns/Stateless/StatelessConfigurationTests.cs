using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessConfigurationTests
{
    private readonly StateMachine<Place, Cue> _machine = new(A);

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
    public void A_trigger_can_be_given_parameters_only_once()
    {
        _machine.SetTriggerParameters<string>(X);

        Assert.Throws<InvalidOperationException>(() => _machine.SetTriggerParameters<string>(X));
        Assert.Throws<InvalidOperationException>(() => _machine.SetTriggerParameters<int>(X));
    }

    [Fact]
    public void A_state_cannot_start_in_itself() =>
        Assert.Throws<ArgumentException>(() => _machine.Configure(A).InitialTransition(A));

    [Fact]
    public void A_state_can_start_in_one_substate_only()
    {
        _machine.Configure(A).InitialTransition(B);

        Assert.Throws<InvalidOperationException>(() => _machine.Configure(A).InitialTransition(C));
    }

    [Fact]
    public void Configuring_a_state_again_adds_to_it()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(A).Permit(Y, C);

        Assert.True(_machine.CanFire(X));
        Assert.True(_machine.CanFire(Y));
    }

    [Fact]
    public void A_configuration_knows_its_state_and_machine()
    {
        var configuration = _machine.Configure(B);

        Assert.Equal(B, configuration.State);
        Assert.Same(_machine, configuration.Machine);
        Assert.Same(configuration, configuration.Permit(X, C));
    }

    [Fact]
    public void Missing_functions_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new StateMachine<Place, Cue>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => new StateMachine<Place, Cue>(() => A, null!));
        Assert.Throws<ArgumentNullException>(() => _machine.Configure(A).OnEntry((Action)null!));
        Assert.Throws<ArgumentNullException>(() => _machine.OnTransitioned(null!));
    }
}
