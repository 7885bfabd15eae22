namespace Ivr.Server.Secured.Accounts;

/// <summary>The result of a sign-in.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>Login and password are right.</summary>
    public sealed record Accepted(SecuredUser User) : SignInOutcome;

    /// <summary>Login or password is wrong; the result does not say which.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>There were too many failures, and nothing was checked. <c>For</c> is the remaining time of the lock.</summary>
    public sealed record Locked(TimeSpan For) : SignInOutcome;

    /// <summary>Too many other users sign in at this moment; nothing was checked.</summary>
    public sealed record Busy : SignInOutcome;
}
