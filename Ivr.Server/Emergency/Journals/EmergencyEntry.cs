using Ivr.StateMachine;

namespace Ivr.Server.Emergency.Journals;

/// <summary>What a caller left while the database could not answer: all that the company needs to decide on it. Never the password.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="EntryNumber">Which entry of the call, from 1; with the call sid it makes the entry unique.</param>
/// <param name="Webhook">Which webhook of the call left it; of two versions of an entry the later one stands.</param>
/// <param name="Login">The login as keyed.</param>
/// <param name="LoginVerified">Whether login and password had been checked before.</param>
/// <param name="UserNumber">The client's user number; its check digits are right.</param>
/// <param name="ClientVerified">Whether an active client was known to have it.</param>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">Whole hours, 1-9.</param>
/// <param name="ServiceDate">The Brussels date of the call.</param>
/// <param name="Language">The two-letter code of the language spoken.</param>
/// <param name="Line">The line's name.</param>
/// <param name="Dialled">The number dialled, E.164.</param>
/// <param name="Caller">The caller's number as Twilio gave it.</param>
/// <param name="AfterConfirmation">Whether a confirmation of it may have reached the database.</param>
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
    bool AfterConfirmation)
{
    /// <summary>The entry of a call whose caller pressed 1 at the summary.</summary>
    /// <param name="callSid">The call's sid.</param>
    /// <param name="call">The call.</param>
    /// <param name="dialled">The number dialled.</param>
    /// <param name="caller">The caller's number.</param>
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
        call.InDoubt);

    // PostgreSQL takes no zero character, and would never load such a line.
    private static string Printable(string party) => string.Concat(party.Where(character => !char.IsControl(character)));
}
