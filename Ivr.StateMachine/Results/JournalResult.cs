namespace Ivr.StateMachine.Results;

/// <summary>What became of keeping an entry in the journal.</summary>
public abstract record JournalResult
{
    private JournalResult()
    {
    }

    /// <summary>It is on disk.</summary>
    /// <param name="Reference">Its 9-digit reference.</param>
    public sealed record Kept(string Reference) : JournalResult;

    /// <summary>Nothing of it was kept, nor will be.</summary>
    public sealed record Refused : JournalResult;

    /// <summary>Whether it is on disk, or will be, is not known.</summary>
    public sealed record Unknown : JournalResult;
}
