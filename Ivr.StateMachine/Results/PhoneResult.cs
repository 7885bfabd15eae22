namespace Ivr.StateMachine.Results;

/// <summary>The result of remembering or forgetting the telephone.</summary>
public enum PhoneResult
{
    /// <summary>Nothing is changed, or it is not known whether it is.</summary>
    NotSet,

    /// <summary>The login is remembered.</summary>
    Remembered,

    /// <summary>No login is remembered.</summary>
    Forgotten,
}
