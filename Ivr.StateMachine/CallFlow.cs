using Stateless;
using Stateless.Reflection;
using static Ivr.StateMachine.CallState;
using static Ivr.StateMachine.CallTrigger;

namespace Ivr.StateMachine;

/// <summary>
/// The state machine of a call: one block for each state, in the order in which a caller reaches them. It only decides the next state.
/// Prompts, SQL and HTTP are elsewhere.
/// </summary>
public sealed class CallFlow
{
    private readonly StateMachine<CallState, CallTrigger> _machine;
    private Call _call;

    /// <summary>Creates a state machine for a call, configured for its line.</summary>
    /// <param name="line">The line that was dialled.</param>
    /// <param name="call">The call in its current state.</param>
    /// <param name="unexpected">Called for a trigger that its state does not permit. The call then ends with an apology.</param>
    /// <param name="moved">Called for each transition: the old state, the trigger, the new state.</param>
#pragma warning disable MA0051 // The whole call is in one method on purpose.
    public CallFlow(
        Line line, Call call, Action<CallState, CallTrigger>? unexpected = null, Action<CallState, CallTrigger, CallState>? moved = null)
    {
        _call = call;
        _machine = new(() => _call.State, state => _call = _call with { State = state });

        _machine.Configure(OnTheLine)
            .Permit(Failed, Ended)
            .Permit(TimeUp, Ended);

        _machine.Configure(Login)
            .SubstateOf(OnTheLine)
            .Permit(Matched, Password)
            .PermitReentryIf(LanguagePicked, () => line.Languages.Count > 1, "several languages")
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Password)
            .SubstateOf(OnTheLine)
            .Permit(Matched, CheckingLogin)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(CheckingLogin)
            .SubstateOf(OnTheLine)
            .Permit(LoginAccepted, MainMenu)
            .Permit(LoginRefused, Login)
            .Permit(LoginLocked, Ended)
            .Permit(WorkerInactive, Ended)
            .Permit(Busy, Password)
            .Permit(Unreachable, MainMenu)
            .Permit(TooManyTries, Ended);

        _machine.Configure(MainMenu)
            .SubstateOf(OnTheLine)
            .Permit(Matched, LookingUpClient)
            .Permit(HelpDeskAsked, Ended)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(LookingUpClient)
            .SubstateOf(OnTheLine)
            .Permit(ClientFound, Activity)
            .Permit(ClientRefused, MainMenu)
            .Permit(LookUpsUsedUp, Ended)
            .Permit(Unreachable, Activity)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Activity)
            .SubstateOf(OnTheLine)
            .Permit(Matched, Hours)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Hours)
            .SubstateOf(OnTheLine)
            .Permit(Matched, Summary)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Summary)
            .SubstateOf(OnTheLine)
            .Permit(Confirmed, Storing)
            .Permit(Left, Journaling)
            .Permit(MainMenuChosen, MainMenu)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Storing)
            .SubstateOf(OnTheLine)
            .Permit(Stored, Recorded)
            .Permit(Unconfirmed, Journaling)
            .Permit(Unreachable, Journaling);

        _machine.Configure(Recorded)
            .SubstateOf(OnTheLine)
            .Permit(Matched, MainMenu)
            .PermitReentry(HelpAsked)
            .Permit(NoMatch, Ended)
            .Permit(NoInput, Ended);

        _machine.Configure(Journaling)
            .SubstateOf(OnTheLine)
            .Permit(Journaled, Noted);

        _machine.Configure(Noted)
            .SubstateOf(OnTheLine)
            .Permit(Matched, MainMenu)
            .Permit(HelpDeskAsked, Ended)
            .PermitReentry(HelpAsked)
            .Permit(NoMatch, Ended)
            .Permit(NoInput, Ended);

        _machine.Configure(Ended)
            .OnEntry(transition => _call = _call with { EndedBy = transition.Trigger }, "note why");

        _machine.OnTransitioned(move => moved?.Invoke(move.Source, move.Trigger, move.Destination));
        _machine.OnUnhandledTrigger((state, trigger) =>
        {
            unexpected?.Invoke(state, trigger);
            // An ended call stays ended. In any other state the caller must hear something.
            if (state != Ended)
                _machine.Fire(Failed);
        });
    }

#pragma warning restore MA0051

    /// <summary>Fires a trigger.</summary>
    /// <returns>The call in its new state. If the state does not permit the trigger, the call ended with <see cref="Failed"/>.</returns>
    public Call Fire(CallTrigger trigger)
    {
        _machine.Fire(trigger);
        return _call;
    }

    /// <summary>Returns the state machine as data, to draw it and to test its paths.</summary>
    public StateMachineInfo GetInfo() => _machine.GetInfo();
}
