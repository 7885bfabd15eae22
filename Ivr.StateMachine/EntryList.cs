namespace Ivr.StateMachine;

/// <summary>The worker's own entries of today, as far as one prompt says them.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="First">How many were said before these.</param>
/// <param name="Page">Those that are said now, in the order in which they were made.</param>
public sealed record EntryList(int Count, int First, IReadOnlyList<OwnEntry> Page)
{
    /// <summary>The number of entries that a prompt says. More would take longer than a caller listens.</summary>
    public const int MaxAtOnce = 3;

    /// <summary>How many were said, with these.</summary>
    public int Said => First + Page.Count;

    /// <summary>True when there are more to say.</summary>
    public bool HasMore => Said < Count;

    /// <summary>Lists with the same content are equal. The default comparison would compare the pages by reference.</summary>
    public bool Equals(EntryList? other) =>
        other is not null && (Count, First) == (other.Count, other.First) && Page.SequenceEqual(other.Page);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Count, First);
}

/// <summary>An entry of the worker.</summary>
/// <param name="Reference">The 9-digit reference.</param>
/// <param name="LastDigits">The last three digits of the client's user number.</param>
/// <param name="Hours">Whole hours, as they count now.</param>
/// <param name="IsWaiting">True when it was passed on in an emergency and waits for the company.</param>
public sealed record OwnEntry(string Reference, string LastDigits, int Hours, bool IsWaiting);
