namespace Ivr.StateMachine;

/// <summary>A message that is spoken before a new or repeated question.</summary>
public enum Notice
{
    /// <summary>No message.</summary>
    None,

    /// <summary>The caller pressed no key.</summary>
    NoInput,

    /// <summary>The question does not accept the keys.</summary>
    NoMatch,

    /// <summary>The caller asked for help.</summary>
    Help,

    /// <summary>The caller wants another login than the one that is remembered on this telephone. Nothing is spoken but the question.</summary>
    OtherLogin,

    /// <summary>Login and password do not match.</summary>
    LoginRefused,

    /// <summary>The queue had no room to check the password. The caller is asked to wait a moment and enter it again.</summary>
    Busy,

    /// <summary>The user number is not known and its check digits are wrong, so one digit may be wrong.</summary>
    DigitMayBeWrong,

    /// <summary>The user number is not known, though its check digits are right.</summary>
    UserNumberNotKnown,

    /// <summary>The caller entered a worker's login as the client's user number.</summary>
    LoginKeyedAsUserNumber,

    /// <summary>The worker has no client with this short number.</summary>
    ShortNumberNotKnown,

    /// <summary>The client with this short number is no longer on the worker's list.</summary>
    ShortNumberRemoved,

    /// <summary>The client is not active.</summary>
    ClientInactive,

    /// <summary>An earlier confirmation of this entry is stored with different content. The stored content is valid.</summary>
    EarlierConfirmationStands,

    /// <summary>The login is remembered on this telephone.</summary>
    PhoneRemembered,

    /// <summary>No login is remembered on this telephone.</summary>
    PhoneForgotten,

    /// <summary>The telephone could not be remembered or forgotten now. The entries are not affected.</summary>
    PhoneNotSet,

    /// <summary>The worker has no entries today.</summary>
    NoEntries,

    /// <summary>The references of the own entries, instead of the entries.</summary>
    References,

    /// <summary>The caller practises from here on, and nothing is recorded.</summary>
    Practice,

    /// <summary>The caller practises no more. What was keyed in practice is dropped.</summary>
    PracticeOver,

    /// <summary>The database cannot answer, so the entry cannot be cancelled now.</summary>
    CannotUndo,

    /// <summary>A technical failure on our side. The question is asked again.</summary>
    Apology,

    /// <summary>A technical failure on our side lost the call's state. The call begins anew.</summary>
    BegunAnew,

    /// <summary>The database cannot answer. Nothing can be confirmed now, but the caller can leave the entry.</summary>
    Emergency,

    /// <summary>The login is locked. The password is not checked, but the caller can leave the entry.</summary>
    LoginLocked,
}
