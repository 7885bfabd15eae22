using Stateless;
using Stateless.Reflection;
using static Ivr.StateMachine.CallState;
using static Ivr.StateMachine.CallTrigger;

namespace Ivr.StateMachine.Flow;

/// <summary>
/// The state machine of the calls of one line: one block for each state, in the order in which a caller reaches them. It only decides the
/// next state. Prompts, SQL and HTTP are elsewhere.
/// </summary>
/// <remarks>Configuring it costs more than all else that decides about a webhook, so it is used again for other calls, one at a time.</remarks>
public sealed class CallFlow
{
    private readonly StateMachine<CallState, CallTrigger> _machine;
    private Call? _call;
    private CallObserver? _observer;

    /// <summary>Configures the state machine.</summary>
    /// <param name="line">The line that was dialled.</param>
#pragma warning disable MA0051 // The whole call is in one method on purpose.
    public CallFlow(Line line)
    {
        _machine = new(() => _call?.State ?? Login, state => _call = _call! with { State = state });

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
            .Permit(OtherLoginAsked, Login)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(CheckingLogin)
            .SubstateOf(OnTheLine)
            .Permit(LoginAccepted, UserNumber)
            .Permit(LoginRefused, Login)
            .Permit(PasswordRefused, Password)
            .Permit(LoginLocked, UserNumber)
            .Permit(WorkerInactive, Ended)
            .Permit(Busy, Password)
            .Permit(Unreachable, UserNumber)
            .Permit(TooManyTries, Ended);

        _machine.Configure(UserNumber)
            .SubstateOf(OnTheLine)
            .Permit(Matched, LookingUpClient)
            .Permit(ForgetAsked, ForgettingPhone)
            .Permit(EntriesAsked, ListingEntries)
            .PermitReentry(PracticeAsked)
            .Permit(HelpDeskAsked, Ended)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(ForgettingPhone)
            .SubstateOf(OnTheLine)
            .Permit(PhoneSet, UserNumber);

        _machine.Configure(ListingEntries)
            .SubstateOf(OnTheLine)
            .Permit(EntriesListed, OwnEntries)
            .Permit(NoEntries, UserNumber)
            .Permit(Unreachable, UserNumber);

        _machine.Configure(OwnEntries)
            .SubstateOf(OnTheLine)
            .Permit(EntriesAsked, ListingEntries)
            .PermitReentry(ReferencesAsked)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .Permit(NoInput, UserNumber);

        _machine.Configure(LookingUpClient)
            .SubstateOf(OnTheLine)
            .Permit(ClientFound, Activity)
            .Permit(Corrected, Summary)
            .Permit(ClientRefused, UserNumber)
            .Permit(LookUpsUsedUp, Ended)
            .Permit(Unreachable, Activity)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Activity)
            .SubstateOf(OnTheLine)
            .Permit(Matched, Hours)
            .Permit(Corrected, Summary)
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
            .Permit(PracticeDone, Practised)
            .Permit(CorrectionAsked, MainMenu)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .PermitReentry(NoInput)
            .Permit(TooManyTries, Ended);

        _machine.Configure(MainMenu)
            .SubstateOf(OnTheLine)
            .Permit(ClientChosen, UserNumber)
            .Permit(ActivityChosen, Activity)
            .Permit(HoursChosen, Hours)
            .Permit(NoInput, Summary)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .Permit(TooManyTries, Ended);

        _machine.Configure(Storing)
            .SubstateOf(OnTheLine)
            .Permit(Stored, Recorded)
            .Permit(Unconfirmed, Journaling)
            .Permit(Unreachable, Journaling);

        _machine.Configure(Recorded)
            .SubstateOf(OnTheLine)
            .Permit(Matched, UserNumber)
            .Permit(RememberAsked, RememberingPhone)
            .Permit(UndoAsked, Undo)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .Permit(NoInput, Ended);

        _machine.Configure(RememberingPhone)
            .SubstateOf(OnTheLine)
            .Permit(PhoneSet, Recorded);

        _machine.Configure(Undo)
            .SubstateOf(OnTheLine)
            .Permit(Confirmed, Undoing)
            .Permit(Declined, Recorded)
            .Permit(NoInput, Recorded)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch);

        _machine.Configure(Undoing)
            .SubstateOf(OnTheLine)
            .Permit(Cancelled, Undone)
            .Permit(UndoRefused, Recorded)
            .Permit(Unconfirmed, Recorded)
            .Permit(Unreachable, Recorded);

        _machine.Configure(Undone)
            .SubstateOf(OnTheLine)
            .Permit(Matched, UserNumber)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .Permit(NoInput, Ended);

        _machine.Configure(Journaling)
            .SubstateOf(OnTheLine)
            .Permit(Journaled, LeftInJournal);

        _machine.Configure(LeftInJournal)
            .SubstateOf(OnTheLine)
            .Permit(Matched, UserNumber)
            .Permit(HelpDeskAsked, Ended)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .Permit(NoInput, Ended);

        _machine.Configure(Practised)
            .SubstateOf(OnTheLine)
            .Permit(Matched, UserNumber)
            .PermitReentry(HelpAsked)
            .PermitReentry(NoMatch)
            .Permit(NoInput, Ended);

        _machine.Configure(Ended)
            .OnEntry(transition => _call = _call! with { EndedBy = transition.Trigger }, "note why");

        _machine.OnTransitioned(move => _observer?.Moved(move.Source, move.Trigger, move.Destination));
        _machine.OnUnhandledTrigger((state, trigger) =>
        {
            _observer?.Unexpected(state, trigger);
            // An ended call stays ended. In any other state the caller must hear something.
            if (state != Ended)
                _machine.Fire(Failed);
        });
    }

#pragma warning restore MA0051

    /// <summary>Fires a trigger for a call. Not safe for two calls at the same time.</summary>
    /// <param name="call">The call in its current state.</param>
    /// <param name="trigger">The trigger.</param>
    /// <param name="observer">Gets the transitions, and the trigger if the state does not permit it.</param>
    /// <returns>The call in its new state. If the state does not permit the trigger, the call ended with <see cref="Failed"/>.</returns>
    public Call Fire(Call call, CallTrigger trigger, CallObserver? observer = null)
    {
        (_call, _observer) = (call, observer);
        try
        {
            _machine.Fire(trigger);
            return _call;
        }
        finally
        {
            (_call, _observer) = (null, null);
        }
    }

    /// <summary>Returns the state machine as data, to draw it and to test its paths.</summary>
    public StateMachineInfo GetInfo() => _machine.GetInfo();
}
