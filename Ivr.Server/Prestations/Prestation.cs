namespace Ivr.Server.Prestations;

/// <summary>An entry that the caller confirmed, as it is written. Company and region come from worker and client.</summary>
/// <param name="CallSid">The call.</param>
/// <param name="EntryNumber">Which entry of the call, from 1; with the call sid it makes the entry unique.</param>
/// <param name="WorkerId">The worker.</param>
/// <param name="ClientId">The client.</param>
/// <param name="Activity">1-4.</param>
/// <param name="Hours">Whole hours, 1-9.</param>
/// <param name="ServiceDate">The Brussels date of the call.</param>
/// <param name="Line">The line's name.</param>
/// <param name="Dialled">The number dialled, E.164.</param>
/// <param name="Caller">The caller's number as Twilio gave it.</param>
internal sealed record Prestation(
    string CallSid,
    int EntryNumber,
    long WorkerId,
    long ClientId,
    int Activity,
    int Hours,
    DateOnly ServiceDate,
    string Line,
    string Dialled,
    string Caller)
{
    /// <summary>Says which entry, never whose.</summary>
    public override string ToString() => $"{CallSid} entry {EntryNumber}";
}
