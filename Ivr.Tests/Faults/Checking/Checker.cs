using Ivr.Tests.Faults.History;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Checking;

/// <summary>Compares what callers heard with what is on record, when nothing more can be written.</summary>
internal static class Checker
{
    /// <summary>Returns all violations. The result is empty when nothing was lost or duplicated.</summary>
    /// <param name="operations">Every attempt.</param>
    /// <param name="rows">All rows of <c>prestation_feed</c>.</param>
    /// <param name="left">All rows of <c>emergency_entry</c>.</param>
    public static IReadOnlyList<Violation> Check(
        IReadOnlyList<Operation> operations, IReadOnlyList<FeedRow> rows, IReadOnlyList<LeftRow> left)
    {
        var rowsOf = rows.ToLookup(row => (row.CallSid, row.EntryNo));
        var asked = operations.Select(operation => operation.Key).ToHashSet();
        return
        [
            .. operations.SelectMany(operation => Check(operation, [.. rowsOf[operation.Key]])),
            .. LeftChecker.Check(operations, rows, left),
            .. rows.Where(row => !asked.Contains((row.CallSid, row.EntryNo)))
                .Select(row => new Violation(Wrong.Unasked, Operation: null, $"{row}")),
        ];
    }

    private static IEnumerable<Violation> Check(Operation operation, IReadOnlyList<FeedRow> rows)
    {
        if (rows.Count == 0 && operation.Outcome == CallerKnowledge.Recorded)
            yield return new(Wrong.Lost, operation, "nothing");
        if (rows.Count > 1)
            yield return new(Wrong.Doubled, operation, string.Join(", ", rows));
        if (rows.Count > 0 && operation.Outcome == CallerKnowledge.NotRecorded)
            yield return new(Wrong.Denied, operation, $"{rows[0]}");
        foreach (var row in rows.Where(row => !Is(row, operation)))
            yield return new(Wrong.Different, operation, $"{row}");
    }

    // The content must be the same even if the caller does not know that the row exists.
    private static bool Is(FeedRow row, Operation operation) =>
        operation.Entry == new KeyedEntry(
            row.WorkerLogin, row.UserNumber, row.Activity, row.Hours, row.ServiceDate.Month, row.ServiceDate.Day)
        && (operation.Outcome != CallerKnowledge.Recorded || row.Reference == operation.Reference);
}
