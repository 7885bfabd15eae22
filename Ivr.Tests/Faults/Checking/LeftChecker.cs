using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Checking;

/// <summary>Compares what callers left with what was loaded, when all journals are loaded.</summary>
internal static class LeftChecker
{
    /// <summary>Returns all violations that concern entries left with the emergency procedure.</summary>
    /// <param name="operations">Every attempt.</param>
    /// <param name="rows">All rows of <c>prestation_feed</c>.</param>
    /// <param name="left">All rows of <c>emergency_entry</c>.</param>
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
        // A prestation on record is not enough: the caller's reference must lead to the entry.
        if (left.Count == 0 && operation.Outcome == CallerKnowledge.Left)
            yield return new(Wrong.Lost, operation, "nothing left");
        // The caller was told to report the job in another way, so the company would get it twice.
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

    // An entry that is on record and still waits would be processed twice. An entry that was corrected after a confirmation must not be
    // hidden by what that confirmation recorded: the company has to see both.
    private static Wrong? Check(LeftRow entry, FeedRow row)
    {
        var isSame = (entry.UserNumber, entry.Activity, entry.Hours) == (row.UserNumber, row.Activity, row.Hours);
        if (isSame != (entry.Status == "recorded"))
            return isSame ? Wrong.Doubled : Wrong.Lost;
        return entry.PrestationReference == row.Reference ? null : Wrong.Different;
    }
}
