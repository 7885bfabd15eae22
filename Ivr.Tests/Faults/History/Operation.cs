namespace Ivr.Tests.Faults.History;

/// <summary>An attempt to record one entry: a caller pressed 1 at its summary, once or several times.</summary>
/// <remarks>
/// <c>Fault</c> is the fault at the time when the call began. <c>EntryNo</c> is the number of the entry within the call, from 1.
/// <c>Entry</c> is what the summary said. <c>Reference</c> is the reference heard, nine digits; null for none.
/// </remarks>
internal sealed record Operation(string Fault, string CallSid, int EntryNo, KeyedEntry Entry, CallerKnowledge Outcome, string? Reference)
{
    /// <summary>The unique key.</summary>
    public (string CallSid, int EntryNo) Key => (CallSid, EntryNo);
}
