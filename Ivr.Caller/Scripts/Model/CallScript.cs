namespace Ivr.Caller.Scripts.Model;

/// <summary>A written phone call, or several one after another, with what must be heard and what must hold afterwards.</summary>
internal sealed record CallScript : ScriptedCall
{
    /// <summary>What the script shows, in a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>Test data that this script needs besides the standard ones.</summary>
    public ScriptData? Data { get; init; }

    /// <summary>The calls, one after another. A script of a single call may have that call's keys beside the title instead.</summary>
    public IReadOnlyList<ScriptedCall>? Calls { get; init; }

    /// <summary>What must hold after the last call.</summary>
    public ExpectedOutcome? Then { get; init; }

    /// <summary>The calls, however they are written.</summary>
    internal IReadOnlyList<ScriptedCall> AllCalls => Calls ?? [this];
}
