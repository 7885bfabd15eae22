using Ivr.Tests.Properties.Witness;

namespace Ivr.Tests.Properties;

/// <summary>Properties of entries that are left for a locked login.</summary>
internal static class LockProperties
{
    private const int MaxPerCall = 3;
    private const int MaxPerDay = 5;

    /// <summary>No call leaves more than three of them, and no login more than five on a day.</summary>
    public static void Check(IEnumerable<WitnessedStep> steps)
    {
        var left = Left(steps).ToList();
        Broken.Unless(
            left.GroupBy(entry => entry.Sid).All(call => call.Count() <= MaxPerCall), "A call leaves too many entries for a locked login.");
        Broken.Unless(
            left.GroupBy(entry => (entry.Login, entry.Day)).All(day => day.Count() <= MaxPerDay), "A locked login leaves too many entries on a day.");
    }

    /// <summary>The entries, each once.</summary>
    public static IEnumerable<(string Sid, int Entry, string? Login, (int, int, int) Day)> Left(IEnumerable<WitnessedStep> steps) => steps
        .Where(step => step is { Before: { State: "Summary", IsLocked: true, Summary: not null }, After.State: "LeftInJournal", IsResumed: false })
        .Select(step => (step.Sid, step.Before!.Entry, step.Before.Login, ((int, int, int))step.Before.Summary!.Day))
        .Distinct();
}
