namespace Ivr.Tests.Faults.History;

/// <summary>One line of the history.</summary>
/// <remarks>
/// <c>Fault</c> is the fault at the time when the call began. <c>EntryNo</c> is the number of the entry within the call, from 1.
/// <c>Kind</c> is <c>started</c>, <c>ok</c>, <c>failed</c>, <c>unknown</c> or <c>left</c>. <c>Entry</c> is what the caller confirmed; only
/// in <c>started</c>. <c>Reference</c> is the reference heard, if any. <c>Words</c> is everything heard at the end.
/// </remarks>
internal sealed record Event(
    DateTimeOffset Moment, string Fault, string CallSid, int EntryNo, string Kind, KeyedEntry? Entry, string? Reference, string? Words);
