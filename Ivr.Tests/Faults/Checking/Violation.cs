using Ivr.Tests.Faults.History;

namespace Ivr.Tests.Faults.Checking;

/// <summary>What can be wrong with the record.</summary>
internal enum Wrong
{
    /// <summary>A caller heard that it is recorded, or was given a reference of the emergency procedure, and it is nowhere.</summary>
    Lost,

    /// <summary>It is there more than once.</summary>
    Doubled,

    /// <summary>It is there, with other content or another reference than the caller heard.</summary>
    Different,

    /// <summary>A caller heard that it is neither recorded nor kept, and it is.</summary>
    Denied,

    /// <summary>It is there, and nobody pressed 1 at its summary.</summary>
    Unasked,
}

/// <summary>Something is wrong with the record.</summary>
/// <param name="Wrong">What.</param>
/// <param name="Operation">The attempt that it came of; null when there was none.</param>
/// <param name="What">In words, with what is on record.</param>
internal sealed record Violation(Wrong Wrong, Operation? Operation, string What);
