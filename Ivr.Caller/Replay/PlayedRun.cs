using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Replay;

/// <summary>A run and its result. <paramref name="Took"/> is real time.</summary>
internal sealed record PlayedRun(PlannedRun Planned, ScriptResult Result, TimeSpan Took)
{
    /// <summary>The name that distinguishes the run from the other runs of its topic: file, example and round.</summary>
    public string Name => string.Concat(
        Path.GetFileNameWithoutExtension(Planned.File.Name),
        Result.Example is { } example ? $" ({example})" : "",
        Planned.Round > 1 ? $" #{Planned.Round}" : "");
}

/// <summary>A replay that is over.</summary>
/// <param name="Server">The URL of the server.</param>
/// <param name="Began">When it began.</param>
/// <param name="Took">The real time that the calls took, without reading and importing.</param>
/// <param name="Runs">All runs, in the order of the scripts.</param>
internal sealed record PlayedReplay(Uri Server, DateTimeOffset Began, TimeSpan Took, IReadOnlyList<PlayedRun> Runs);

/// <summary>The number of runs by result.</summary>
internal sealed record ReplayTally(int Runs, int Passed, int Failed, int Skipped, int Unchecked, int Calls)
{
    public static ReplayTally Of(IReadOnlyCollection<PlayedRun> runs) => new(
        runs.Count,
        runs.Count(run => run.Result.Passed),
        runs.Count(run => run.Result.Failure is not null),
        runs.Count(run => run.Result.Skipped is not null),
        runs.Count(run => run.Result.IsRecordUnchecked),
        runs.Sum(run => run.Result.Calls));
}
