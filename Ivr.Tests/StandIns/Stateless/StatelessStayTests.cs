using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessStayTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = new(A);

    public StatelessStayTests()
    {
        _machine.OnTransitioned(transition => _log.Add($"{transition.Source} to {transition.Destination}"));
        _machine.Configure(A).OnEntry(() => _log.Add("entry")).OnExit(() => _log.Add("exit"));
    }

    [Fact]
    public void An_ignored_trigger_runs_nothing()
    {
        _machine.Configure(A).Ignore(X);

        _machine.Fire(X);

        Assert.Empty(_log);
        Assert.True(_machine.CanFire(X));
    }

    [Fact]
    public void A_trigger_is_ignored_only_while_the_guard_is_met()
    {
        var quiet = true;
        _machine.Configure(A).IgnoreIf(X, () => quiet, "quiet");

        _machine.Fire(X);
        quiet = false;

        Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));
        Assert.Empty(_log);
    }

    [Fact]
    public void An_internal_transition_runs_its_action_only()
    {
        _machine.Configure(A)
            .InternalTransition(X, () => _log.Add("internal"))
            .InternalTransition(Y, transition => _log.Add($"internal {transition.Source} {transition.Destination} {transition.Trigger}"));

        _machine.Fire(X);
        _machine.Fire(Y);

        Assert.Equal(["internal", "internal A A Y"], _log);
    }

    [Fact]
    public void An_internal_transition_of_the_superstate_tells_the_state_we_are_in()
    {
        _machine.Configure(A).SubstateOf(B);
        _machine.Configure(B).InternalTransition(X, transition => _log.Add($"internal {transition.Source} {transition.Destination}"));

        _machine.Fire(X);

        Assert.Equal(["internal A A"], _log);
    }

    [Fact]
    public void Reentry_runs_exit_hook_and_entry()
    {
        _machine.Configure(A).PermitReentry(X);

        _machine.Fire(X);

        Assert.Equal(["exit", "A to A", "entry"], _log);
    }

    [Fact]
    public void Reentry_may_have_a_guard()
    {
        var again = true;
        _machine.Configure(A).PermitReentryIf(X, () => again, "again");

        _machine.Fire(X);
        Assert.Equal(["exit", "A to A", "entry"], _log);

        again = false;
        Assert.Contains("'again'", Assert.Throws<InvalidOperationException>(() => _machine.Fire(X)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dynamic_transition_to_the_same_state_is_a_reentry()
    {
        _machine.Configure(A).PermitDynamic(X, () => A);

        _machine.Fire(X);

        Assert.Equal(["exit", "A to A", "entry"], _log);
    }

    [Fact]
    public void A_dynamic_transition_goes_where_the_selector_says()
    {
        var next = B;
        _machine.Configure(A).PermitDynamic(X, () => next);
        next = C;

        _machine.Fire(X);

        Assert.Equal(C, _machine.State);
    }
}
