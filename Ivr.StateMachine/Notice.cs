namespace Ivr.StateMachine;

/// <summary>What the caller should know before the question is put (again).</summary>
public enum Notice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No keys came.</summary>
    NoInput,

    /// <summary>The keys were no answer to the question.</summary>
    NoMatch,

    /// <summary>Help was asked for.</summary>
    Help,

    /// <summary>Login and password do not belong together.</summary>
    LoginRefused,

    /// <summary>The password could not be checked yet, for want of room: one moment, and once more.</summary>
    Busy,

    /// <summary>The user number is not known and its check digits are wrong: a digit may be wrong.</summary>
    DigitMayBeWrong,

    /// <summary>The user number is not known, though its check digits are right.</summary>
    UserNumberNotKnown,

    /// <summary>A worker's login was keyed where a client's user number is asked.</summary>
    LoginKeyedAsUserNumber,

    /// <summary>The client is not active.</summary>
    ClientInactive,

    /// <summary>A confirmation of this entry had been stored before, with other content; that is what stands.</summary>
    EarlierConfirmationStands,

    /// <summary>A technical hitch on our side; the question is put again.</summary>
    Apology,

    /// <summary>The database cannot answer: nothing can be confirmed now, and the entry can be left.</summary>
    Emergency,
}
