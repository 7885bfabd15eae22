using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults.Checking;

/// <summary>Kinds of errors in the record.</summary>
internal enum Wrong
{
    /// <summary>A caller heard "recorded", or a reference of the emergency procedure, and the entry does not exist.</summary>
    Lost,

    /// <summary>The entry exists more than once.</summary>
    Doubled,

    /// <summary>The entry exists, but with other content or another reference than the caller heard.</summary>
    Different,

    /// <summary>A caller heard that the entry is neither recorded nor kept, but it exists.</summary>
    Denied,

    /// <summary>The entry exists, but nobody pressed 1 at its summary.</summary>
    Unasked,
}

/// <summary>
/// An error in the record. <c>Operation</c> is null when no attempt belongs to it. <c>What</c> describes it, with the rows on record.
/// </summary>
internal sealed record Violation(Wrong Wrong, Operation? Operation, string What);
