using Stateless;
using static Ivr.Tests.StandIns.Cue;
using static Ivr.Tests.StandIns.Place;

namespace Ivr.Tests.StandIns;

/// <summary>What is entered when. A stands alone; B and C are inside D.</summary>
public class StatelessHierarchyTests
{
    private readonly List<string> _log = [];
    private Place _state = A;

    [Fact]
    public void Entering_a_substate_enters_the_superstate_first()
    {
        Family().Fire(X);

        Assert.Equal(["A to B enters D", "A to B enters B"], _log);
    }

    [Fact]
    public void A_sibling_is_reached_without_touching_the_superstate()
    {
        _state = B;

        Family().Fire(X);

        Assert.Equal(["B to C enters C"], _log);
    }

    [Fact]
    public void Leaving_enters_what_is_outside_only()
    {
        _state = C;

        Family().Fire(X);

        Assert.Equal(["C to A enters A"], _log);
    }

    [Fact]
    public void The_superstate_is_reached_from_inside_without_being_entered()
    {
        _state = C;
        var machine = Family();
        machine.Configure(C).Permit(Y, D);

        machine.Fire(Y);

        Assert.Empty(_log);
        Assert.Equal(D, _state);
    }

    [Fact]
    public void A_superstates_reentry_ends_in_the_superstate_and_is_told_as_its_own()
    {
        _state = B;
        var machine = Family();
        machine.Configure(D).PermitReentry(Y).OnEntry(_ => _log.Add($"still in {_state}"));

        machine.Fire(Y);

        Assert.Equal(["D to D enters D", "still in B"], _log);
        Assert.Equal(D, _state);
    }

    private StateMachine<Place, Cue> Family()
    {
        var machine = new StateMachine<Place, Cue>(() => _state, state => _state = state);
        machine.Configure(A).Permit(X, B);
        machine.Configure(B).Permit(X, C).SubstateOf(D);
        machine.Configure(C).Permit(X, A).SubstateOf(D);
        foreach (var state in Enum.GetValues<Place>())
            machine.Configure(state).OnEntry(move => _log.Add($"{move.Source} to {move.Destination} enters {state}"));
        return machine;
    }
}
