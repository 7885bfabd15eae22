namespace Ivr.StateMachine;

/// <summary>Where a call is. A state either asks the caller something, or names the one thing the server has to do next.</summary>
public enum CallState
{
    /// <summary>The call as a whole, whatever it is doing; every state but <see cref="Ended"/> is part of it.</summary>
    OnTheLine,

    /// <summary>Asks for the login, ended by #; also where a language is picked.</summary>
    Login,

    /// <summary>Asks for the password, ended by #.</summary>
    Password,

    /// <summary>The server checks login and password.</summary>
    CheckingLogin,

    /// <summary>Asks for the client's user number, 12 digits.</summary>
    MainMenu,

    /// <summary>The server looks the user number up.</summary>
    LookingUpClient,

    /// <summary>Asks for the activity, 1-4.</summary>
    Activity,

    /// <summary>Asks for the whole hours worked, 1-9.</summary>
    Hours,

    /// <summary>Reads everything back; 1 confirms, 2 goes back to the main menu.</summary>
    Summary,

    /// <summary>The server writes the prestation.</summary>
    Storing,

    /// <summary>Says the reference; 1 records another prestation.</summary>
    Recorded,

    /// <summary>Emergency: the server keeps the entry in its journal, for want of a database.</summary>
    Journaling,

    /// <summary>Emergency: says the reference of what was left, and what to do; 1 leaves another entry, 6 asks for the help desk.</summary>
    Noted,

    /// <summary>Says why the call is over, and hangs up.</summary>
    Ended,
}

/// <summary>Which states speak, and which have the server do something first.</summary>
public static class CallStates
{
    /// <summary>True for a state that the caller hears; false where the server must feed a result back.</summary>
    public static bool Speaks(this CallState state) =>
        state is not (CallState.CheckingLogin or CallState.LookingUpClient or CallState.Storing or CallState.Journaling);
}
