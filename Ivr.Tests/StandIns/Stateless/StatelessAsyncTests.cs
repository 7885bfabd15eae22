using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessAsyncTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = new(A);

    [Fact]
    public async Task FireAsync_awaits_actions_in_order_synchronous_ones_among_them()
    {
        _machine.OnTransitioned(_ => _log.Add("transitioned"));
        _machine.Configure(A).Permit(X, B).OnExitAsync(() => Later("exit")).OnExit(() => _log.Add("exit 2"));
        _machine.Configure(B).OnEntryAsync(transition => Later($"entry {transition.Destination}")).OnEntry(() => _log.Add("entry 2"));

        await _machine.FireAsync(X);

        Assert.Equal(["exit", "exit 2", "transitioned", "entry B", "entry 2"], _log);
    }

    [Fact]
    public void Fire_refuses_an_asynchronous_entry_action_when_the_state_has_already_changed()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntryAsync(() => Later("entry"));

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Contains("FireAsync", error.Message, StringComparison.Ordinal);
        Assert.Empty(_log);
        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void Fire_refuses_an_asynchronous_exit_action()
    {
        _machine.Configure(A).Permit(X, B).OnExitAsync(_ => Later("exit"));

        var error = Assert.Throws<InvalidOperationException>(() => _machine.Fire(X));

        Assert.Contains("FireAsync", error.Message, StringComparison.Ordinal);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public async Task A_trigger_fired_in_an_awaited_action_waits_for_its_end()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).Permit(Y, C).OnEntryAsync(async () =>
        {
            await _machine.FireAsync(Y);
            _log.Add($"still in {_machine.State}");
        });

        await _machine.FireAsync(X);

        Assert.Equal(["still in B"], _log);
        Assert.Equal(C, _machine.State);
    }

    [Fact]
    public async Task FireAsync_does_not_tell_which_guards_were_unmet()
    {
        _machine.Configure(A).PermitIf(X, B, () => false, "shut");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _machine.FireAsync(X));
        Assert.Equal(
            "No valid leaving transitions are permitted from state 'A' for trigger 'X'. Consider ignoring the trigger.",
            error.Message);

        _machine.OnUnhandledTrigger((_, _, unmet) => _log.Add(unmet is null ? "null" : "a list"));
        await _machine.FireAsync(X);
        Assert.Equal(["null"], _log);
    }

    [Fact]
    public async Task FireAsync_lets_the_superstates_rule_go_before_the_states_own()
    {
        _machine.Configure(A).SubstateOf(D).Permit(X, B);
        _machine.Configure(D).Permit(X, C);

        await _machine.FireAsync(X);

        Assert.Equal(C, _machine.State);
    }

    [Fact]
    public async Task An_exception_comes_out_of_the_task()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntry(() => throw new TimeoutException());

        var firing = _machine.FireAsync(X);

        await Assert.ThrowsAsync<TimeoutException>(() => firing);
        Assert.Equal(B, _machine.State);
    }

    private async Task Later(string line)
    {
        await Task.Yield();
        _log.Add(line);
    }
}
