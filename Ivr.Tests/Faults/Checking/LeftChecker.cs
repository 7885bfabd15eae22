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
        IReadOnlyList<Operation> operations, IReadOnlyList<FeedRow> rows, IReadOnlyList<LeftRow> left)
    {
        var rowsOf = rows.ToLookup(row => (row.CallSid, row.EntryNo));
        var leftOf = left.ToLookup(entry => entry.Key);
        var asked = operations.Select(operation => operation.Key).ToHashSet();
        return
        [
            .. operations.SelectMany(operation => Check(operation, [.. leftOf[operation.Key]], [.. rowsOf[operation.Key]])),
            .. left.Where(entry => !asked.Contains(entry.Key)).Select(entry => new Violation(Wrong.Unasked, Operation: null, $"{entry}")),
        ];
    }

    private static IEnumerable<Violation> Check(Operation operation, IReadOnlyList<LeftRow> left, IReadOnlyList<FeedRow> recorded)
    {
        // That it is on record is not enough: the caller has a reference in hand that must lead there.
        if (left.Count == 0 && operation.Outcome == CallerKnowledge.Left)
            yield return new(Wrong.Lost, operation, "nothing left");
        // The caller was told to see to it in another way, and the company would find it twice.
        if (left.Count > 0 && operation.Outcome == CallerKnowledge.NotRecorded)
            yield return new(Wrong.Denied, operation, $"{left[0]}");
        if (left.Count > 1)
            yield return new(Wrong.Doubled, operation, string.Join(", ", left));
        foreach (var entry in left)
        {
            if (entry.Content != operation.Entry || (operation.Outcome == CallerKnowledge.Left && !entry.References.Contains(operation.Reference)))
                yield return new(Wrong.Different, operation, $"{entry}");
            foreach (var row in recorded)
            {
                if (Check(entry, row) is { } wrong)
                    yield return new(wrong, operation, $"{entry} is on record as {row}");
            }

            if (recorded.Count == 0 && (entry.Status != "waiting" || entry.PrestationReference is not null))
                yield return new(Wrong.Different, operation, $"{entry} leads to another prestation");
        }
    }

    // What is on record and waits to be dealt with would be found twice. What was corrected after a confirmation, and left, must not
    // hide behind what that confirmation put on record: the company has to see both.
    private static Wrong? Check(LeftRow entry, FeedRow row)
    {
        var isSame = (entry.UserNumber, entry.Activity, entry.Hours) == (row.UserNumber, row.Activity, row.Hours);
        if (isSame != (entry.Status == "recorded"))
            return isSame ? Wrong.Doubled : Wrong.Lost;
        return entry.PrestationReference == row.Reference ? null : Wrong.Different;
    }
}
