using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessOrderTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void Entry_actions_run_in_the_new_state_in_order_of_registration()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B)
            .OnEntry(_ => _log.Add($"entry 1 in {_machine.State}"))
            .OnEntry(_ => _log.Add($"entry 2 in {_machine.State}"));

        _machine.Fire(X);

        Assert.Equal(["entry 1 in B", "entry 2 in B"], _log);
    }

    [Fact]
    public void Actions_are_told_the_move()
    {
        StateMachine<Place, Cue>.Transition? told = null;
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntry(transition => told = transition);

        _machine.Fire(X);

        Assert.NotNull(told);
        Assert.Equal((A, B, X, false), (told.Source, told.Destination, told.Trigger, told.IsReentry));
    }

    [Fact]
    public void Who_follows_transitions_is_told_after_the_state_has_changed_and_before_it_is_entered()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).PermitReentry(Y).OnEntry(_ => _log.Add("entry")).Ignore(Z);
        _machine.OnTransitioned(transition => _log.Add($"one: {transition.Source} to {transition.Destination} in {_machine.State}"));
        _machine.OnTransitioned(_ => _log.Add("two"));

        _machine.Fire(X);
        _machine.Fire(Y);
        _machine.Fire(Z);

        Assert.Equal(["one: A to B in B", "two", "entry", "one: B to B in B", "two", "entry"], _log);
    }

    [Fact]
    public void The_state_is_kept_elsewhere_and_may_change_there()
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
    public void Every_move_is_written_down_once_reentries_too()
    {
        var kept = A;
        List<Place> written = [];
        var machine = new StateMachine<Place, Cue>(() => kept, state => written.Add(kept = state));
        machine.Configure(A).Permit(X, B);
        machine.Configure(B).PermitReentry(Y).Ignore(Z);

        machine.Fire(X);
        machine.Fire(Y);
        machine.Fire(Z);

        Assert.Equal([B, B], written);
    }

    [Fact]
    public void What_an_entry_action_writes_to_that_place_does_not_count()
    {
        var kept = A;
        var machine = new StateMachine<Place, Cue>(() => kept, state => kept = state);
        machine.Configure(A).Permit(X, B);
        machine.Configure(B).PermitReentry(Y).OnEntry(_ => kept = C);

        machine.Fire(X);
        Assert.Equal(B, kept);

        machine.Fire(Y);
        Assert.Equal(B, kept);
    }

    [Fact]
    public void An_entry_action_that_throws_leaves_the_new_state_behind()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntry(_ => throw new TimeoutException("entry"));

        Assert.Equal("entry", Assert.Throws<TimeoutException>(() => _machine.Fire(X)).Message);
        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void The_entry_actions_of_the_first_state_do_not_run()
    {
        _machine.Configure(A).OnEntry(_ => _log.Add("entry"));

        Assert.Equal(A, _machine.State);
        Assert.Empty(_log);
    }
}
