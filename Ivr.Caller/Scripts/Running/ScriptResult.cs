namespace Ivr.Caller.Scripts.Running;

/// <summary>The result of a script.</summary>
/// <param name="File">The file as it was named.</param>
/// <param name="Title">What the script shows.</param>
/// <param name="Example">The text of the row of examples; null without examples.</param>
internal sealed record ScriptResult(string File, string Title, string? Example)
{
    /// <summary>What failed: the position, what was expected, what was heard, and the calls; null when nothing failed.</summary>
    public string? Failure { get; init; }

    /// <summary>Why the script was not played, as the rest of a sentence; null when it was played.</summary>
    public string? Skipped { get; init; }

    /// <summary>Whether the script expects recorded prestations that could not be checked.</summary>
    public bool IsRecordUnchecked { get; init; }

    /// <summary>Whether the script was played and nothing failed.</summary>
    public bool Passed => Failure is null && Skipped is null;

    /// <summary>The number of calls made.</summary>
    public int Calls { get; init; }

    /// <summary>The total duration of the calls for the caller.</summary>
    public TimeSpan OnTheLine { get; init; }
}
