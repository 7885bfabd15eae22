namespace Ivr.StateMachine.Results;

/// <summary>The result of writing an entry to the journal.</summary>
public abstract record JournalResult
{
    private JournalResult()
    {
    }

    /// <summary>The entry is on disk.</summary>
    /// <param name="Reference">Its 9-digit reference.</param>
    public sealed record Kept(string Reference) : JournalResult;

    /// <summary>The entry is not on disk and will not be.</summary>
    public sealed record Refused : JournalResult;

    /// <summary>It is not known whether the entry is or will be on disk.</summary>
    public sealed record Unknown : JournalResult;
}
