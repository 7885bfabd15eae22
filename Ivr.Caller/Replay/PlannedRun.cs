using Ivr.Caller.Scripts;

namespace Ivr.Caller.Replay;

/// <summary>A script, or one of its examples, that is played once.</summary>
/// <param name="Topic">The folder of the script, relative to the folder that was named.</param>
/// <param name="File">The file.</param>
/// <param name="Run">What is played.</param>
/// <param name="Round">The number of the round, from 1.</param>
internal sealed record PlannedRun(string Topic, ScriptFile File, ScriptRun Run, int Round);
