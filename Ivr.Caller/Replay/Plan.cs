using Ivr.Caller.Replay.Importing;
using Ivr.Caller.Scripts;
using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Replay;

/// <summary>The runs to play, and the people who must exist first.</summary>
/// <param name="Runs">The runs, in the order of the scripts, round after round.</param>
/// <param name="People">The people to import; none when nothing is imported.</param>
internal sealed record Plan(IReadOnlyList<PlannedRun> Runs, People People)
{
    /// <summary>Plans runs as the scripts are written, for a server that has the standard test data.</summary>
    public static Plan AsWritten(IReadOnlyList<(string Topic, ScriptFile File)> scripts, int rounds) => new(
        [.. from round in Enumerable.Range(1, rounds) from script in scripts from run in script.File.Runs
            select new PlannedRun(script.Topic, script.File, run, round)],
        People.None);

    /// <summary>Plans runs with their own people.</summary>
    /// <param name="scripts">The scripts.</param>
    /// <param name="rounds">How many times each script is played.</param>
    /// <param name="standard">
    /// The people that scripts assume to exist. They are imported too, for scripts that key a number in pieces.
    /// </param>
    /// <param name="world">No people are imported for runs that this world skips.</param>
    public static Plan WithOwnPeople(
        IReadOnlyList<(string Topic, ScriptFile File)> scripts, int rounds, People standard, IScriptWorld world)
    {
        var own = new OwnPeople(standard);
        List<PlannedRun> runs = [];
        List<People> people = [standard];
        foreach (var planned in AsWritten(scripts, rounds).Runs)
        {
            if (world.Lacks(planned.Run) is not null)
            {
                runs.Add(planned);
                continue;
            }

            var (file, run, added) = own.Make(planned.File, planned.Run);
            runs.Add(planned with { File = file, Run = run });
            people.Add(added);
        }

        return new(runs, People.Of(people));
    }
}
