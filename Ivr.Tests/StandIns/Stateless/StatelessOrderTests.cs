using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessOrderTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = new(A);

    [Fact]
    public void A_transition_runs_exit_then_hook_then_entry_in_order_of_registration_then_the_last_hook()
    {
        _machine.OnTransitioned(_ => _log.Add($"transitioned in {_machine.State}"));
        _machine.OnTransitionCompleted(_ => _log.Add($"completed in {_machine.State}"));
        _machine.Configure(A)
            .Permit(X, B)
            .OnExit(() => _log.Add($"exit 1 in {_machine.State}"))
            .OnExit(() => _log.Add("exit 2"));
        _machine.Configure(B)
            .OnEntry(() => _log.Add($"entry 1 in {_machine.State}"))
            .OnEntryFrom(X, () => _log.Add("entry from X"))
            .OnEntryFrom(Y, () => _log.Add("entry from Y"))
            .OnEntry(() => _log.Add("entry 2"));

        _machine.Fire(X);

        Assert.Equal(
            ["exit 1 in A", "exit 2", "transitioned in B", "entry 1 in B", "entry from X", "entry 2", "completed in B"],
            _log);
    }

    [Fact]
    public void Actions_and_hooks_are_told_the_move()
    {
        StateMachine<Place, Cue>.Transition? told = null;
        _machine.Configure(A).Permit(X, B).OnExit(transition => _log.Add($"exit {transition.Source} to {transition.Destination}"));
        _machine.Configure(B).OnEntry(transition => told = transition);

        _machine.Fire(X);

        Assert.Equal(["exit A to B"], _log);
        Assert.NotNull(told);
        Assert.Equal((A, B, X, false), (told.Source, told.Destination, told.Trigger, told.IsReentry));
        Assert.Empty(told.Parameters);
    }

    [Fact]
    public void Several_hooks_all_run()
    {
        _machine.OnTransitioned(_ => _log.Add("one"));
        _machine.OnTransitioned(_ => _log.Add("two"));
        _machine.Configure(A).Permit(X, B);

        _machine.Fire(X);

        Assert.Equal(["one", "two"], _log);
    }

    [Fact]
    public void The_state_may_be_kept_elsewhere()
    {
        var kept = A;
        var machine = new StateMachine<Place, Cue>(() => kept, state => kept = state);
        machine.Configure(A).Permit(X, B);
        machine.Configure(B).Permit(X, C);

        machine.Fire(X);
        Assert.Equal(B, kept);

        kept = A;
        Assert.Equal(A, machine.State);
    }

    [Fact]
    public void An_entry_action_that_throws_leaves_the_new_state_behind()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntry(() => throw new TimeoutException("entry"));

        Assert.Equal("entry", Assert.Throws<TimeoutException>(() => _machine.Fire(X)).Message);
        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void An_exit_action_that_throws_keeps_the_old_state()
    {
        _machine.Configure(A).Permit(X, B).OnExit(() => throw new TimeoutException("exit"));

        Assert.Equal("exit", Assert.Throws<TimeoutException>(() => _machine.Fire(X)).Message);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void The_entry_actions_of_the_first_state_do_not_run()
    {
        _machine.Configure(A).OnEntry(() => _log.Add("entry"));

        Assert.Equal(A, _machine.State);
        Assert.Empty(_log);
    }
}
