using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Checking;

/// <summary>Holds what callers left against what was loaded, once all journals are.</summary>
internal static class LeftChecker
{
    /// <summary>All that is wrong with what was left.</summary>
    /// <param name="operations">Every attempt.</param>
    /// <param name="rows">All that is in <c>prestation_feed</c>.</param>
    /// <param name="left">All that is in <c>emergency_entry</c>.</param>
    public static IEnumerable<Violation> Check(
        IReadOnlyList<Operation> operations, IReadOnlyList<FeedRow> rows, IReadOnlyList<LeftEntry> left)
    {
        var rowsOf = rows.ToLookup(row => (row.CallSid, row.EntryNo), row => row.Reference);
        var leftOf = left.ToLookup(entry => entry.Key);
        var asked = operations.Select(operation => operation.Key).ToHashSet();
        return
        [
            .. operations.SelectMany(operation => Check(operation, [.. leftOf[operation.Key]], [.. rowsOf[operation.Key]])),
            .. left.Where(entry => !asked.Contains(entry.Key)).Select(entry => new Violation(Wrong.Unasked, Operation: null, $"{entry}")),
        ];
    }

    private static IEnumerable<Violation> Check(Operation operation, IReadOnlyList<LeftEntry> left, IReadOnlyList<string> recorded)
    {
        // That it is on record is not enough: the caller has a reference in hand that must lead there.
        if (left.Count == 0 && operation.Outcome == Outcome.Left)
            yield return new(Wrong.Lost, operation, "nothing left");
        // The caller was told to see to it in another way, and the company would find it twice.
        if (left.Count > 0 && operation.Outcome == Outcome.NotRecorded)
            yield return new(Wrong.Denied, operation, $"{left[0]}");
        if (left.Count > 1)
            yield return new(Wrong.Doubled, operation, string.Join(", ", left));
        foreach (var entry in left)
        {
            if (entry.Content != operation.Entry || (operation.Outcome == Outcome.Left && !entry.References.Contains(operation.Reference)))
                yield return new(Wrong.Different, operation, $"{entry}");
            // The company would find it twice: on record, and waiting to be dealt with.
            if (entry.Status == "waiting" && recorded.Count > 0)
                yield return new(Wrong.Doubled, operation, $"{entry} waits, and is on record as {recorded[0]}");
            if (entry.Status != "waiting" && !recorded.Contains(entry.PrestationReference))
                yield return new(Wrong.Different, operation, $"{entry} leads to another prestation");
        }
    }
}
