using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Load;

/// <summary>What is on record of the calls, held against what the callers heard.</summary>
/// <param name="Confirmed">References that callers heard.</param>
/// <param name="Rows">Prestations on record of these calls.</param>
/// <param name="Missing">References that a caller heard, and that are not on record of that call.</param>
/// <param name="Surplus">Prestations whose reference their caller did not hear, though every answer was heard.</param>
/// <param name="Unheard">Prestations of callers who never heard an answer, of which they cannot know: they may be there, and may be missing.</param>
internal sealed record RowsCheck(int Confirmed, int Rows, int Missing, int Surplus, int Unheard)
{
    private const int Together = 2000;

    /// <summary>Whether each confirmed prestation is on record once, and no other.</summary>
    public bool IsEqual => Missing == 0 && Surplus == 0;

    /// <summary>Looks the calls up.</summary>
    public static async Task<RowsCheck> OfAsync(PrestationFeed feed, IReadOnlyList<LoadedCall> calls, CancellationToken cancellationToken)
    {
        var sum = new RowsCheck(0, 0, 0, 0, 0);
        foreach (var some in calls.Where(call => call.CallSid.Length > 0).Chunk(Together))
        {
            var rows = await feed.OfCallsAsync([.. some.Select(call => call.CallSid)], cancellationToken);
            var byCall = rows.ToLookup(row => row["call_sid"], row => row["reference"], StringComparer.Ordinal);
            foreach (var call in some)
                sum = sum.With(call, [.. byCall[call.CallSid]]);
        }

        return sum;
    }

    private RowsCheck With(LoadedCall call, List<string> recorded)
    {
        var rows = recorded.Count;
        // Each that was heard takes one row away; what is left, nobody heard of.
        var missing = call.References.Count(reference => !recorded.Remove(reference));
        // One that was not heard, at most: the caller came no further.
        var unheard = call.IsInDoubt ? Math.Min(1, recorded.Count) : 0;
        return new(Confirmed + call.References.Count, Rows + rows, Missing + missing, Surplus + recorded.Count - unheard, Unheard + unheard);
    }
}
