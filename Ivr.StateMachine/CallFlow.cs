using Stateless;
using Stateless.Reflection;
using static Ivr.StateMachine.CallState;
using static Ivr.StateMachine.CallTrigger;

namespace Ivr.StateMachine;

/// <summary>
/// The whole call on one page: one block a state, in the order a caller meets them.
/// It decides where a call goes next and nothing else; words, SQL and HTTP live elsewhere.
/// </summary>
public sealed class CallFlow
{
    private readonly StateMachine<CallState, CallTrigger> _machine;
    private Call _call;

    /// <summary>A machine around a call, configured for its line.</summary>
    /// <param name="line">The line that was dialled.</param>
    /// <param name="call">The call as it stands.</param>
    /// <param name="unexpected">Told of a trigger that has no place in the state it came in; the call then ends with an apology.</param>
    /// <param name="moved">Told of every move: from which state, by which trigger, to which state.</param>
#pragma warning disable MA0051 // The call is one page, on purpose.
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
            // What is over stays over; anything else must not leave the caller in silence.
            if (state != Ended)
                _machine.Fire(Failed);
        });
    }

#pragma warning restore MA0051

    /// <summary>Moves the call along.</summary>
    /// <returns>The call in its new state; where the trigger has no place, the call ended with <see cref="Failed"/>.</returns>
    public Call Fire(CallTrigger trigger)
    {
        _machine.Fire(trigger);
        return _call;
    }

    /// <summary>The machine as data, to be drawn and walked.</summary>
    public StateMachineInfo GetInfo() => _machine.GetInfo();
}
