namespace Ivr.StateMachine;

/// <summary>The state of a call. In a state the server either asks the caller something, or has exactly one task.</summary>
public enum CallState
{
    /// <summary>The superstate of all states except <see cref="Ended"/>.</summary>
    OnTheLine,

    /// <summary>Asks for the login, which # ends. The caller can also pick a language here.</summary>
    Login,

    /// <summary>Asks for the password, which # ends.</summary>
    Password,

    /// <summary>The server checks login and password.</summary>
    CheckingLogin,

    /// <summary>Asks for the client's user number, 12 digits.</summary>
    UserNumber,

    /// <summary>The server forgets that it remembers the login on this telephone.</summary>
    ForgettingPhone,

    /// <summary>The server reads the worker's own entries of today.</summary>
    ListingEntries,

    /// <summary>Says some of the worker's own entries of today. Key 1 says their references, silence goes on.</summary>
    OwnEntries,

    /// <summary>The server looks up the user number.</summary>
    LookingUpClient,

    /// <summary>Asks for the activity, 1-4.</summary>
    Activity,

    /// <summary>Asks for the whole hours worked, 1-9.</summary>
    Hours,

    /// <summary>Reads the entry back. Key 1 confirms, key 2 leads to the corrections.</summary>
    Summary,

    /// <summary>Asks what to correct: 1 the client, 2 the activity, 3 the hours. Silence leads back to the summary.</summary>
    MainMenu,

    /// <summary>The server writes the prestation.</summary>
    Storing,

    /// <summary>Says the reference. Key 1 starts another prestation. Key 4 has the login remembered on this telephone, when that was offered. Key 9 cancels this one.</summary>
    Recorded,

    /// <summary>The server remembers the login on this telephone.</summary>
    RememberingPhone,

    /// <summary>Asks whether to cancel the prestation just recorded: 1 cancels, 2 and silence lead back.</summary>
    Undo,

    /// <summary>The server cancels the prestation.</summary>
    Undoing,

    /// <summary>Says that the prestation is cancelled. Key 1 starts another one.</summary>
    Undone,

    /// <summary>Emergency: the server writes the entry to its journal, because the database is unavailable.</summary>
    Journaling,

    /// <summary>
    /// Emergency: says the reference of the entry that was left, and what to do next. Key 1 starts another entry, key 6 connects to the
    /// help desk.
    /// </summary>
    LeftInJournal,

    /// <summary>Practice: says that nothing is recorded. Key 1 begins again.</summary>
    Practised,

    /// <summary>Says why the call ends, and hangs up.</summary>
    Ended,
}

/// <summary>Tells the states that speak from the states in which the server works first.</summary>
public static class CallStates
{
    /// <summary>True for a state that the caller hears. False for a state in which the server works and then passes a result.</summary>
    public static bool Speaks(this CallState state) =>
        state is not (CallState.CheckingLogin or CallState.ListingEntries or CallState.ForgettingPhone or CallState.LookingUpClient or CallState.Storing
            or CallState.RememberingPhone or CallState.Undoing or CallState.Journaling);
}
