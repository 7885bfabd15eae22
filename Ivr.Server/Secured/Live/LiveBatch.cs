using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Today;

namespace Ivr.Server.Secured.Live;

/// <summary>What is new for a company since a position.</summary>
/// <param name="Position">Where the next look begins.</param>
/// <param name="Date">The day in Brussels.</param>
/// <param name="Entries">Entries recorded since, oldest first. Some may have been seen before; none is left out, see <see cref="LiveQuery"/>.</param>
/// <param name="Totals">Of the whole day.</param>
/// <param name="Waiting">Emergency entries that wait for the company.</param>
internal sealed record LiveBatch(LivePosition Position, DateOnly Date, IReadOnlyList<Entry> Entries, TodayTotals Totals, int Waiting)
{
    /// <summary>More than this many at once are not sent: whoever was away for so long loads the page anew.</summary>
    public const int MaxEntries = 100;
}
