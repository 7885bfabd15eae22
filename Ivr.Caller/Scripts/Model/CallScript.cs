namespace Ivr.Caller.Scripts.Model;

/// <summary>A scripted phone call, or several calls one after another, with what must be heard and what must be true afterwards.</summary>
internal sealed record CallScript : ScriptedCall
{
    /// <summary>What the script shows, in one sentence.</summary>
    public required string Title { get; init; }

    /// <summary>Test data that this script needs in addition to the standard test data.</summary>
    public ScriptData? Data { get; init; }

    /// <summary>
    /// The calls, one after another. A script with a single call may have the keys of that call beside the title instead.
    /// </summary>
    public IReadOnlyList<ScriptedCall>? Calls { get; init; }

    /// <summary>What must be true after the last call.</summary>
    public ExpectedOutcome? Then { get; init; }

    /// <summary>The calls, for both ways of writing them.</summary>
    internal IReadOnlyList<ScriptedCall> AllCalls => Calls ?? [this];
}
