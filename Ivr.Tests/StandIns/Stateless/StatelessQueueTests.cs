using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessQueueTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    [Fact]
    public void A_trigger_fired_in_an_entry_action_waits_for_its_end()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).Permit(Y, C).OnEntry(_ =>
        {
            _log.Add("B begins");
            _machine.Fire(Y);
            _log.Add($"B ends in {_machine.State}");
        });
        _machine.Configure(C).OnEntry(_ => _log.Add("C"));

        _machine.Fire(X);

        Assert.Equal(["B begins", "B ends in B", "C"], _log);
        Assert.Equal(C, _machine.State);
    }

    [Fact]
    public void A_trigger_fired_for_an_unhandled_one_waits_too_and_is_then_handled()
    {
        _machine.Configure(A).Permit(Y, B);
        _machine.OnUnhandledTrigger((state, trigger) =>
        {
            _log.Add($"unhandled {trigger} in {state}");
            _machine.Fire(Y);
            _log.Add($"still in {_machine.State}");
        });

        _machine.Fire(X);

        Assert.Equal(["unhandled X in A", "still in A"], _log);
        Assert.Equal(B, _machine.State);
    }

    [Fact]
    public void Queued_triggers_keep_their_order()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntry(_ =>
        {
            _machine.Fire(Y);
            _machine.Fire(Z);
        });
        _machine.OnUnhandledTrigger((state, trigger) => _log.Add($"{trigger} in {state}"));

        _machine.Fire(X);

        Assert.Equal(["Y in B", "Z in B"], _log);
    }

    [Fact]
    public void A_trigger_left_in_the_queue_by_a_failure_is_handled_before_the_next()
    {
        _machine.Configure(A).Permit(X, B);
        _machine.Configure(B).OnEntry(_ =>
        {
            _machine.Fire(Y);
            throw new TimeoutException();
        });
        _machine.OnUnhandledTrigger((state, trigger) => _log.Add($"{trigger} in {state}"));

        Assert.Throws<TimeoutException>(() => _machine.Fire(X));
        _machine.Fire(Z);

        Assert.Equal(["Y in B", "Z in B"], _log);
    }
}
