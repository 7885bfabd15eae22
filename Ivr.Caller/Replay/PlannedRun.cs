using Ivr.Caller.Scripts;

namespace Ivr.Caller.Replay;

/// <summary>A script, or one of its examples, to be played once.</summary>
/// <param name="Topic">The folder that it is in, as seen from the folder that was named.</param>
/// <param name="File">The file.</param>
/// <param name="Run">What is played.</param>
/// <param name="Round">Which time it is played, from 1.</param>
internal sealed record PlannedRun(string Topic, ScriptFile File, ScriptRun Run, int Round);
