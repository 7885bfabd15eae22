namespace Ivr.StateMachine.Flow;

/// <summary>Gets what the state machine does with a call.</summary>
/// <param name="Unexpected">Called for a trigger that its state does not permit. The call then ends with an apology.</param>
/// <param name="Moved">Called for each transition: the old state, the trigger, the new state.</param>
public sealed record CallObserver(Action<CallState, CallTrigger> Unexpected, Action<CallState, CallTrigger, CallState> Moved);
