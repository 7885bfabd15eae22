namespace Ivr.Tests.Faults.Checking;

/// <summary>An entry that a caller left with the emergency procedure, as it was loaded into the database.</summary>
/// <param name="Reference">Nine digits, the first a 9.</param>
internal sealed record LeftEntry(string Reference);
