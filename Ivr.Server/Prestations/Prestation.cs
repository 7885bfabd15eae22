namespace Ivr.Server.Prestations;

/// <summary>
/// A confirmed entry as it is written. Company and region come from worker and client. <c>EntryNumber</c> (from 1) and the call sid
/// together are unique. <c>IsKnownClient</c> is true when the worker had entries for the client before. <c>Activity</c> is 1-4, <c>Hours</c> is
/// whole hours 1-9, <c>ServiceDate</c> is the Brussels date of the call, <c>Dialled</c> is E.164, <c>Caller</c> is the caller's number as
/// Twilio gave it. <c>AskedAt</c> is when the server answered with the summary that the caller confirmed. <c>Mark</c> recognises the caller's
/// number; null unless it is a Belgian mobile.
/// </summary>
internal sealed record Prestation(
    string CallSid,
    int EntryNumber,
    long WorkerId,
    long ClientId,
    bool IsKnownClient,
    int Activity,
    int Hours,
    DateOnly ServiceDate,
    string Line,
    string Dialled,
    string Caller,
    DateTimeOffset AskedAt,
    byte[]? Mark)
{
    /// <summary>Names the entry, and contains no personal data.</summary>
    public override string ToString() => $"{CallSid} entry {EntryNumber}";
}
