using System.Diagnostics;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Replay;

/// <summary>Plays runs, several at the same time.</summary>
internal sealed class ScriptFilePlayer(ScriptRunner runner, int parallel)
{
    /// <summary>Plays all runs.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="played">Called for each run that is over, from several threads.</param>
    /// <param name="cancellationToken">Hangs up all calls.</param>
    /// <returns>The results, in the order of the runs.</returns>
    public async Task<IReadOnlyList<PlayedRun>> PlayAsync(
        IReadOnlyList<PlannedRun> runs, Action<PlayedRun> played, CancellationToken cancellationToken)
    {
        var results = new PlayedRun[runs.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, runs.Count, options, async (i, stop) =>
        {
            var watch = Stopwatch.StartNew();
            var result = await runner.RunAsync(runs[i].File, runs[i].Run, stop);
            results[i] = new(runs[i], result, watch.Elapsed);
            played(results[i]);
        });
        return results;
    }
}
