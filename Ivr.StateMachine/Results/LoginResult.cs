namespace Ivr.StateMachine.Results;

/// <summary>What the check of login and password found.</summary>
public abstract record LoginResult
{
    private LoginResult()
    {
    }

    /// <summary>The pair is right and the worker is active.</summary>
    /// <param name="WorkerId">The worker's key in the database.</param>
    /// <param name="Language">The language on the worker's record.</param>
    public sealed record Accepted(long WorkerId, Language Language) : LoginResult;

    /// <summary>The login is not known, or the password is wrong.</summary>
    public sealed record Refused : LoginResult;

    /// <summary>The pair was not looked at: too many others wait for the same.</summary>
    public sealed record Busy : LoginResult;

    /// <summary>The login is locked on the phone.</summary>
    /// <param name="Remaining">Time until it opens again.</param>
    public sealed record Locked(TimeSpan Remaining) : LoginResult;

    /// <summary>The pair is right, the worker is not active.</summary>
    /// <param name="Language">The language on the worker's record.</param>
    public sealed record Inactive(Language Language) : LoginResult;
}
