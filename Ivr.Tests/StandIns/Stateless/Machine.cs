using Stateless;

namespace Ivr.Tests.StandIns;

internal static class Machine
{
    /// <summary>A machine without configuration in a state that nobody else can see or change.</summary>
    internal static StateMachine<TState, TTrigger> In<TState, TTrigger>(TState start)
        where TState : notnull
        where TTrigger : notnull
    {
        var kept = start;
        return new(() => kept, state => kept = state);
    }

    /// <summary>A machine of letters.</summary>
    internal static StateMachine<Place, Cue> In(Place start) => In<Place, Cue>(start);
}
