namespace Ivr.Caller.Scripts.Running;

/// <summary>How a script went.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Title">What the script shows.</param>
/// <param name="Example">What the row of examples says; null without examples.</param>
internal sealed record ScriptResult(string File, string Title, string? Example)
{
    /// <summary>What went wrong: where, what was expected, what was heard, and the calls; null when nothing did.</summary>
    public string? Failure { get; init; }

    /// <summary>Why the script was not played, as the rest of a sentence; null when it was.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether the script says what must be on record, and nobody could look.</summary>
    public bool IsRecordUnchecked { get; init; }

    /// <summary>Whether it was played and all went well.</summary>
    public bool Passed => Failure is null && Skipped is null;

    /// <summary>Calls made.</summary>
    public int Calls { get; init; }

    /// <summary>How long the calls were, together, for the caller.</summary>
    public TimeSpan OnTheLine { get; init; }
}
