using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessUnhandledTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void A_trigger_without_configuration_is_an_error_that_names_state_and_trigger()
    {
        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Equal(
            "No valid leaving transitions are permitted from state 'A' for trigger 'X'. Consider ignoring the trigger.",
            error.Message);
    }

    [Fact]
    public void The_callback_replaces_the_error_whether_nothing_is_configured_or_a_guard_is_unmet()
    {
        _machine.Configure(A).PermitIf(Y, B, () => false, "shut");
        _machine.OnUnhandledTrigger((state, trigger) => _log.Add($"{trigger} in {state}"));

        _machine.Fire(X);
        _machine.Fire(Y);

        Assert.Equal(["X in A", "Y in A"], _log);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void The_last_callback_counts()
    {
        _machine.OnUnhandledTrigger((_, _) => _log.Add("first"));
        _machine.OnUnhandledTrigger((_, _) => _log.Add("last"));

        _machine.Fire(X);

        Assert.Equal(["last"], _log);
    }
}
