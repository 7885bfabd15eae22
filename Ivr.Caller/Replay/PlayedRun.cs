using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Replay;

/// <summary>A run and how it went.</summary>
/// <param name="Planned">The run.</param>
/// <param name="Result">How it went.</param>
/// <param name="Took">How long, by the clock on the wall.</param>
internal sealed record PlayedRun(PlannedRun Planned, ScriptResult Result, TimeSpan Took)
{
    /// <summary>What tells it from the other runs of its topic: file, example and round.</summary>
    public string Name => string.Concat(
        Path.GetFileNameWithoutExtension(Planned.File.Name),
        Result.Example is { } example ? $" ({example})" : "",
        Planned.Round > 1 ? $" #{Planned.Round}" : "");
}

/// <summary>A replay that came to its end.</summary>
/// <param name="Server">Where the server was reached.</param>
/// <param name="Began">When.</param>
/// <param name="Took">How long the calls took, by the clock on the wall; reading and importing are not in it.</param>
/// <param name="Runs">All runs, in the order of the scripts.</param>
internal sealed record PlayedReplay(Uri Server, DateTimeOffset Began, TimeSpan Took, IReadOnlyList<PlayedRun> Runs);

/// <summary>How many runs went how.</summary>
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
