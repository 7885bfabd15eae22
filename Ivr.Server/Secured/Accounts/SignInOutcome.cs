namespace Ivr.Server.Secured.Accounts;

/// <summary>What became of a login and a password.</summary>
internal abstract record SignInOutcome
{
    private SignInOutcome()
    {
    }

    /// <summary>They fit.</summary>
    public sealed record Accepted(SecuredUser User) : SignInOutcome;

    /// <summary>They do not; which of the two is wrong is not told.</summary>
    public sealed record Refused : SignInOutcome;

    /// <summary>Too many did not before, and nothing was looked at.</summary>
    /// <param name="For">How long the lock lasts from now.</param>
    public sealed record Locked(TimeSpan For) : SignInOutcome;

    /// <summary>Too many others sign in at this moment; nothing was looked at.</summary>
    public sealed record Busy : SignInOutcome;
}
