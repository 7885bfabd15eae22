using Ivr.StateMachine;

namespace Ivr.Server.Emergency.Journals;

/// <summary>
/// What a caller left while the database was unavailable or the login was locked: everything that the company needs for its decision. It
/// never contains the password.
/// </summary>
/// <param name="CallSid">The call.</param>
/// <param name="EntryNumber">The number of the entry in the call, from 1. Unique together with the call sid.</param>
/// <param name="Webhook">The number of the webhook that left the entry. Of two versions of an entry the later one is valid.</param>
/// <param name="Login">The login as entered.</param>
/// <param name="LoginVerified">Whether login and password were checked before the outage.</param>
/// <param name="UserNumber">The client's user number. Its check digits are right.</param>
/// <param name="ClientVerified">Whether the database had confirmed an active client with this number.</param>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">Whole hours, 1-9.</param>
/// <param name="ServiceDate">The Brussels date of the call.</param>
/// <param name="Language">The two-letter code of the call's language.</param>
/// <param name="Line">The name of the phone line.</param>
/// <param name="Dialled">The dialled number, E.164.</param>
/// <param name="Caller">The caller's number as Twilio sent it.</param>
/// <param name="AfterConfirmation">Whether a confirmation of this entry may have reached the database.</param>
/// <param name="LoginLocked">Whether the entry was left because the login was locked. Older lines of a journal do not say it.</param>
internal sealed record EmergencyEntry(
    string CallSid,
    int EntryNumber,
    int Webhook,
    string Login,
    bool LoginVerified,
    string UserNumber,
    bool ClientVerified,
    int Activity,
    int Hours,
    DateOnly ServiceDate,
    string Language,
    string Line,
    string Dialled,
    string Caller,
    bool AfterConfirmation,
    bool LoginLocked = false)
{
    /// <summary>Creates the entry of a call whose caller pressed 1 at the summary.</summary>
    public static EmergencyEntry Of(string callSid, Call call, string dialled, string caller) => new(
        callSid,
        call.EntryNumber,
        call.Webhooks,
        call.Login!,
        call.WorkerId is not null,
        call.Draft.UserNumber!,
        call.Draft.ClientId is not null,
        call.Draft.Activity!.Value,
        call.Draft.Hours!.Value,
        call.Date,
        call.Language.Code(),
        call.Line,
        Printable(dialled),
        Printable(caller),
        call.InDoubt,
        call.IsLockedOut);

    // PostgreSQL rejects the character U+0000 in a text, so such a line could never be loaded.
    private static string Printable(string party) => string.Concat(party.Where(character => !char.IsControl(character)));
}
