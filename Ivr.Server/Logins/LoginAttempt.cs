using Ivr.StateMachine;

namespace Ivr.Server.Logins;

/// <summary>A pair of login and password, as keyed in a call.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="TryNumber">Which webhook of the call brings the pair; a failure is counted once per call and number.</param>
/// <param name="Login">The login.</param>
/// <param name="Password">The password. It goes no further than the hash.</param>
/// <param name="TimesTurnedAway">How often the caller was sent away before, because too many others waited.</param>
/// <param name="PickedLanguage">The language the caller picked on the line, to be remembered; null when none was picked.</param>
internal sealed record LoginAttempt(string CallSid, int TryNumber, string Login, string Password, int TimesTurnedAway, Language? PickedLanguage)
{
    /// <summary>Says nothing: an attempt that finds its way into a log must not bring its password along.</summary>
    public override string ToString() => nameof(LoginAttempt);
}
