using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

public class StatelessStayTests
{
    private readonly List<string> _log = [];
    private readonly StateMachine<Place, Cue> _machine = Machine.In(A);

    public StatelessStayTests() =>
        _machine.Configure(A).OnEntry(move => _log.Add($"{move.Trigger} from {move.Source} to {move.Destination}, again: {move.IsReentry}"));

    [Fact]
    public void An_ignored_trigger_runs_nothing()
    {
        _machine.Configure(A).Ignore(X);

        _machine.Fire(X);

        Assert.Empty(_log);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void Reentry_runs_the_entry_actions()
    {
        _machine.Configure(A).PermitReentry(X);

        _machine.Fire(X);

        Assert.Equal(["X from A to A, again: True"], _log);
        Assert.Equal(A, _machine.State);
    }

    [Fact]
    public void Reentry_does_not_enter_the_superstate()
    {
        _machine.Configure(A).PermitReentry(X).SubstateOf(B);
        _machine.Configure(B).OnEntry(_ => _log.Add("superstate"));

        _machine.Fire(X);

        Assert.Equal(["X from A to A, again: True"], _log);
    }

    [Fact]
    public void Reentry_may_have_a_guard()
    {
        var again = true;
        _machine.Configure(A).PermitReentryIf(X, () => again, "again");

        _machine.Fire(X);
        Assert.Equal(["X from A to A, again: True"], _log);

        again = false;
        Assert.Contains("'again'", Assert.Throws<InvalidOperationException>(() => _machine.Fire(X)).Message, StringComparison.Ordinal);
    }
}
