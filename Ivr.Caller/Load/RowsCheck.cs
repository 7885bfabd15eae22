using Ivr.Caller.Scripts.Running;

namespace Ivr.Caller.Load;

/// <summary>Compares the recorded rows of the calls with what the callers heard.</summary>
/// <param name="Confirmed">The references that callers heard.</param>
/// <param name="Rows">The prestations recorded for these calls.</param>
/// <param name="Missing">The references that a caller heard and that are not recorded for that call.</param>
/// <param name="Surplus">The prestations whose reference their caller did not hear, although the caller heard every response.</param>
/// <param name="Unheard">
/// The prestations of callers who missed a response, so that they cannot know of them. Such a prestation may be recorded or not.
/// </param>
internal sealed record RowsCheck(int Confirmed, int Rows, int Missing, int Surplus, int Unheard)
{
    private const int Together = 2000;

    /// <summary>Whether each confirmed prestation is recorded once, and no other prestation is recorded.</summary>
    public bool IsEqual => Missing == 0 && Surplus == 0;

    /// <summary>Reads the rows of the calls and compares them.</summary>
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
        // Each reference that was heard removes one row. The rows that are left were heard by nobody.
        var missing = call.References.Count(reference => !recorded.Remove(reference));
        // At most one prestation was not heard, because the call did not continue after the missed response.
        var unheard = call.IsInDoubt ? Math.Min(1, recorded.Count) : 0;
        return new(Confirmed + call.References.Count, Rows + rows, Missing + missing, Surplus + recorded.Count - unheard, Unheard + unheard);
    }
}
