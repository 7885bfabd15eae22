namespace Ivr.StateMachine.Results;

/// <summary>The result of the check of login and password.</summary>
public abstract record LoginResult
{
    private LoginResult()
    {
    }

    /// <summary>Login and password match, and the worker is active.</summary>
    /// <param name="WorkerId">The worker's key in the database.</param>
    /// <param name="Language">The language on the worker's record.</param>
    public sealed record Accepted(long WorkerId, Language Language) : LoginResult
    {
        /// <summary>The client to offer at the user number; null when there is none.</summary>
        public Offer? Offer { get; init; }
    }

    /// <summary>The login is not known, or the password is wrong.</summary>
    public sealed record Refused : LoginResult;

    /// <summary>The pair was not checked, because too many others wait.</summary>
    public sealed record Busy : LoginResult;

    /// <summary>The login is locked on the phone.</summary>
    /// <param name="Remaining">The time until the lock ends.</param>
    public sealed record Locked(TimeSpan Remaining) : LoginResult;

    /// <summary>Login and password match, but the worker is not active.</summary>
    /// <param name="Language">The language on the worker's record.</param>
    public sealed record Inactive(Language Language) : LoginResult;
}
