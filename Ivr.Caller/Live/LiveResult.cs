using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Live;

/// <summary>How a script went on the real line, as far as that can be seen from here: nobody hears the words.</summary>
/// <param name="Script">The result, as of any script.</param>
/// <param name="Calls">The calls that were placed.</param>
internal sealed record LiveResult(ScriptResult Script, IReadOnlyList<LiveCall> Calls)
{
    /// <summary>Whether what is on record was compared with what the script says under <c>then</c>.</summary>
    public bool PrestationsChecked { get; init; }
}
