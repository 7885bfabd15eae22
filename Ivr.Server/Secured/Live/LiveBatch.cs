using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Today;

namespace Ivr.Server.Secured.Live;

/// <summary>
/// New data of a company since a position. The next query begins at <c>Position</c>. <c>Date</c> is the day in Brussels. <c>Entries</c>
/// were recorded since then, oldest first; some may be repeated, none is missing (see <see cref="LiveQuery"/>). <c>Corrected</c> has those of
/// the day that were corrected or cancelled since then. <c>Totals</c> are those of the whole day. <c>Waiting</c> is the number of emergency
/// entries that wait for the company. <c>Workers</c> has the totals of the workers of all these entries.
/// </summary>
internal sealed record LiveBatch(
    LivePosition Position,
    DateOnly Date,
    IReadOnlyList<Entry> Entries,
    IReadOnlyList<Entry> Corrected,
    TodayTotals Totals,
    int Waiting,
    IReadOnlyList<WorkerTotal> Workers)
{
    private const int MaxEntries = 100;

    /// <summary>True when so much is new that it is not sent: a browser that was away for so long reloads the page.</summary>
    public bool IsTooLong => Entries.Count + Corrected.Count > MaxEntries;
}
