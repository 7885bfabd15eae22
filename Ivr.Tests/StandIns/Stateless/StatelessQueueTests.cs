using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessQueueTests
{
    private readonly List<string> _log = [];

    [Fact]
    public void A_trigger_fired_in_an_entry_action_waits_for_its_end()
    {
        var machine = ThreeInARow(FiringMode.Queued);

        machine.Fire(X);

        Assert.Equal(["B begins", "B ends in B", "C"], _log);
        Assert.Equal(C, machine.State);
    }

    [Fact]
    public void A_trigger_fired_in_an_entry_action_goes_at_once_in_immediate_mode()
    {
        var machine = ThreeInARow(FiringMode.Immediate);

        machine.Fire(X);

        Assert.Equal(["B begins", "C", "B ends in C"], _log);
        Assert.Equal(C, machine.State);
    }

    [Fact]
    public void A_trigger_fired_for_an_unhandled_one_waits_too_and_is_then_handled()
    {
        var machine = new StateMachine<Place, Cue>(A);
        machine.Configure(A).Permit(Y, B);
        machine.OnUnhandledTrigger((state, trigger) =>
        {
            _log.Add($"unhandled {trigger} in {state}");
            machine.Fire(Y);
            _log.Add($"still in {machine.State}");
        });

        machine.Fire(X);

        Assert.Equal(["unhandled X in A", "still in A"], _log);
        Assert.Equal(B, machine.State);
    }

    [Fact]
    public void Queued_triggers_keep_their_order()
    {
        var machine = new StateMachine<Place, Cue>(A);
        machine.Configure(A).Permit(X, B);
        machine.Configure(B)
            .OnEntry(() =>
            {
                machine.Fire(Y);
                machine.Fire(Z);
            })
            .InternalTransition(Y, () => _log.Add("Y"))
            .InternalTransition(Z, () => _log.Add("Z"));

        machine.Fire(X);

        Assert.Equal(["Y", "Z"], _log);
    }

    [Fact]
    public void A_trigger_left_in_the_queue_by_a_failure_is_handled_before_the_next()
    {
        var machine = new StateMachine<Place, Cue>(A);
        machine.Configure(A).Permit(X, B);
        machine.Configure(B)
            .OnEntry(() =>
            {
                machine.Fire(Y);
                throw new TimeoutException();
            })
            .InternalTransition(Y, () => _log.Add("Y"))
            .InternalTransition(Z, () => _log.Add("Z"));

        Assert.Throws<TimeoutException>(() => machine.Fire(X));
        machine.Fire(Z);

        Assert.Equal(["Y", "Z"], _log);
    }

    private StateMachine<Place, Cue> ThreeInARow(FiringMode mode)
    {
        var machine = new StateMachine<Place, Cue>(A, mode);
        machine.Configure(A).Permit(X, B);
        machine.Configure(B).Permit(Y, C).OnEntry(() =>
        {
            _log.Add("B begins");
            machine.Fire(Y);
            _log.Add($"B ends in {machine.State}");
        });
        machine.Configure(C).OnEntry(() => _log.Add("C"));
        return machine;
    }
}
