namespace Ivr.Tests.Faults.History;

/// <summary>An attempt to record one entry: a caller pressed 1 at its summary, once or more often.</summary>
/// <param name="Fault">What was being done to the system when the call began.</param>
/// <param name="CallSid">The call.</param>
/// <param name="EntryNo">Which entry of the call, from 1.</param>
/// <param name="Entry">What the summary said.</param>
/// <param name="Outcome">What the caller knows of it.</param>
/// <param name="Reference">The reference heard, nine digits; null when there was none.</param>
internal sealed record Operation(string Fault, string CallSid, int EntryNo, KeyedEntry Entry, CallerKnowledge Outcome, string? Reference)
{
    /// <summary>What makes it unique.</summary>
    public (string CallSid, int EntryNo) Key => (CallSid, EntryNo);
}
