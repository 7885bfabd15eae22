namespace Ivr.StateMachine;

/// <summary>What can happen in a call: an outcome of a question, or the result of something the server did.</summary>
public enum CallTrigger
{
    /// <summary>The answer is one the question accepts.</summary>
    Matched,

    /// <summary>Keys came that are no answer here.</summary>
    NoMatch,

    /// <summary>No keys came.</summary>
    NoInput,

    /// <summary>The last try at a question, or at login and password, went by.</summary>
    TooManyTries,

    /// <summary>Key 0: the caller wants help.</summary>
    HelpAsked,

    /// <summary>A language was picked at the login.</summary>
    LanguagePicked,

    /// <summary>Key 1 at the summary.</summary>
    Confirmed,

    /// <summary>Key 2 at the summary: back to correct something.</summary>
    MainMenuChosen,

    /// <summary>Login and password belong together and the worker is active.</summary>
    LoginAccepted,

    /// <summary>The login is not known or the password is wrong; the caller cannot tell which.</summary>
    LoginRefused,

    /// <summary>The login is locked on the phone for some minutes.</summary>
    LoginLocked,

    /// <summary>Login and password are right, the worker is not active.</summary>
    WorkerInactive,

    /// <summary>There is no room to check a password now; the caller is asked for it again in a moment.</summary>
    Busy,

    /// <summary>The user number belongs to an active client.</summary>
    ClientFound,

    /// <summary>The user number is not known, or its client is not active.</summary>
    ClientRefused,

    /// <summary>This worker had more user numbers looked up in vain than anybody mistypes; none is looked up for a while.</summary>
    LookUpsUsedUp,

    /// <summary>The prestation is committed.</summary>
    Stored,

    /// <summary>Whether the prestation is committed could not be learnt in time.</summary>
    Unconfirmed,

    /// <summary>The database cannot answer, or the call has stopped to ask it: the emergency procedure.</summary>
    Unreachable,

    /// <summary>Key 1 at the summary of an emergency call: the entry is left, to be confirmed by the company.</summary>
    Left,

    /// <summary>What was left is in the journal, on disk.</summary>
    Journaled,

    /// <summary>Key 6 in an emergency call, while the help desk is open.</summary>
    HelpDeskAsked,

    /// <summary>Something the call depends on did not work.</summary>
    Failed,

    /// <summary>The call took too long or too many steps.</summary>
    TimeUp,
}
