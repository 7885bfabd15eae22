namespace Ivr.StateMachine;

/// <summary>An event of a call: the outcome of a question, or the result of the server's work.</summary>
public enum CallTrigger
{
    /// <summary>The question accepts the answer.</summary>
    Matched,

    /// <summary>The question does not accept the keys.</summary>
    NoMatch,

    /// <summary>The caller pressed no key.</summary>
    NoInput,

    /// <summary>The last try failed, at a question or at login and password.</summary>
    TooManyTries,

    /// <summary>Key 0: the caller asks for help.</summary>
    HelpAsked,

    /// <summary>The caller picked a language at the login.</summary>
    LanguagePicked,

    /// <summary>Key * at the password: the login that is remembered on this telephone is not the caller's.</summary>
    OtherLoginAsked,

    /// <summary>Key 1 at the summary.</summary>
    Confirmed,

    /// <summary>Key 2 at the summary: something is to be corrected.</summary>
    CorrectionAsked,

    /// <summary>The client is to be corrected.</summary>
    ClientChosen,

    /// <summary>The activity is to be corrected.</summary>
    ActivityChosen,

    /// <summary>The hours are to be corrected.</summary>
    HoursChosen,

    /// <summary>The client or the activity is answered, and the other answers are there: from before a correction, or with an offer.</summary>
    Corrected,

    /// <summary>Login and password match, and the worker is active.</summary>
    LoginAccepted,

    /// <summary>The login is not known or the password is wrong. The caller cannot tell which.</summary>
    LoginRefused,

    /// <summary>The password is not that of the login that is remembered on this telephone. Only the password is asked again.</summary>
    PasswordRefused,

    /// <summary>The login is locked on the phone for some minutes. The caller may leave entries without a check of the password.</summary>
    LoginLocked,

    /// <summary>Login and password match, but the worker is not active.</summary>
    WorkerInactive,

    /// <summary>The queue has no room to check a password now. The server asks for the password again after a moment.</summary>
    Busy,

    /// <summary>9 and # at the user number: the worker's own entries of today. Also silence when there are more of them.</summary>
    EntriesAsked,

    /// <summary>There are entries to say.</summary>
    EntriesListed,

    /// <summary>There are no entries, or no more.</summary>
    NoEntries,

    /// <summary>Key 1 at the own entries: their references.</summary>
    ReferencesAsked,

    /// <summary>The user number belongs to an active client.</summary>
    ClientFound,

    /// <summary>The user number is not known, or its client is not active.</summary>
    ClientRefused,

    /// <summary>
    /// This worker had more failed look-ups of user numbers than typing errors explain. No number is looked up for a while. Or the login is
    /// locked, and as many entries as it may leave were left.
    /// </summary>
    LookUpsUsedUp,

    /// <summary>The prestation is committed.</summary>
    Stored,

    /// <summary>Key 4 after "recorded", when that was offered: the login is to be remembered on this telephone.</summary>
    RememberAsked,

    /// <summary>Keys 4 and # at the user number: this telephone is to be forgotten.</summary>
    ForgetAsked,

    /// <summary>The login is remembered on this telephone, or no longer, or that was not possible: the notice says which.</summary>
    PhoneSet,

    /// <summary>Key 9 after "recorded": the prestation is to be cancelled.</summary>
    UndoAsked,

    /// <summary>The prestation is not to be cancelled.</summary>
    Declined,

    /// <summary>The cancellation is committed.</summary>
    Cancelled,

    /// <summary>The company has already corrected or cancelled the prestation. Its decision stays.</summary>
    UndoRefused,

    /// <summary>The server got no answer in time and does not know whether the prestation, or its cancellation, is committed.</summary>
    Unconfirmed,

    /// <summary>The database cannot answer, or the call no longer asks it. Starts or continues the emergency procedure.</summary>
    Unreachable,

    /// <summary>Key 1 at the summary of an emergency call. The entry is left, and the company must confirm it.</summary>
    Left,

    /// <summary>8 and # at the user number: the caller practises, or practises no more.</summary>
    PracticeAsked,

    /// <summary>Key 1 at the summary of a practice call. Nothing is recorded.</summary>
    PracticeDone,

    /// <summary>The journal has the entry on disk.</summary>
    Journaled,

    /// <summary>Key 6 in an emergency call, when the help desk was offered.</summary>
    HelpDeskAsked,

    /// <summary>Something that the call needs failed.</summary>
    Failed,

    /// <summary>The call exceeded its limit of time or webhooks.</summary>
    TimeUp,
}
