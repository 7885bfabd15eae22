using Ivr.StateMachine;

namespace Ivr.Server.Logins;

/// <summary>A pair of login and password, as entered in a call.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="TryNumber">The number of the webhook that contains the pair. A failure counts once for each call and number.</param>
/// <param name="Date">The Brussels date of the call.</param>
/// <param name="Caller">The caller's number; null when it is withheld.</param>
/// <param name="Login">The login.</param>
/// <param name="Password">The password. It is used for the hash only.</param>
/// <param name="TimesTurnedAway">How often this caller was turned away before because the queue was full.</param>
/// <param name="PickedLanguage">The language that the caller picked, which is stored for later calls; null when none was picked.</param>
internal sealed record LoginAttempt(
    string CallSid, int TryNumber, DateOnly Date, string? Caller, string Login, string Password, int TimesTurnedAway, Language? PickedLanguage)
{
    /// <summary>Contains no field, so that a logged attempt does not reveal its password.</summary>
    public override string ToString() => nameof(LoginAttempt);
}
