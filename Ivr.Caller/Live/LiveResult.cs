using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Live;

/// <summary>The result of a script on the real line, as far as this program can see it. It does not hear the words.</summary>
/// <param name="Script">The result, as for any script.</param>
/// <param name="Calls">The calls that were placed.</param>
internal sealed record LiveResult(ScriptResult Script, IReadOnlyList<LiveCall> Calls)
{
    /// <summary>Whether the recorded prestations were compared with the script's <c>then</c>.</summary>
    public bool PrestationsChecked { get; init; }
}
