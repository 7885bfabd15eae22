namespace Ivr.StateMachine.Results;

/// <summary>The login that is remembered on the telephone of a call.</summary>
/// <param name="Login">The login. Its password is still to be entered.</param>
/// <param name="Language">The language of its worker.</param>
public sealed record RememberedLogin(string Login, Language Language);
