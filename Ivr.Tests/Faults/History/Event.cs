namespace Ivr.Tests.Faults.History;

/// <summary>A line of the history.</summary>
/// <param name="Moment">When.</param>
/// <param name="Fault">What was being done to the system when the call began.</param>
/// <param name="CallSid">The call.</param>
/// <param name="EntryNo">Which entry of the call, from 1.</param>
/// <param name="Kind"><c>started</c>, <c>ok</c>, <c>failed</c>, <c>unknown</c> or <c>left</c>.</param>
/// <param name="Entry">What was confirmed; when it starts.</param>
/// <param name="Reference">The reference heard; when there was one.</param>
/// <param name="Words">What was heard at the end.</param>
internal sealed record Event(
    DateTimeOffset Moment, string Fault, string CallSid, int EntryNo, string Kind, KeyedEntry? Entry, string? Reference, string? Words);
