using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.History;

/// <summary>The page of what was recorded before.</summary>
internal sealed class HistoryModel(HistoryQuery query, PageWords words, TimeProvider clock) : CompanyPage
{
    private const int PageSize = 50;

    /// <summary>Which entries.</summary>
    public HistoryFilter Filter { get; private set; } = null!;

    /// <summary>One page of them.</summary>
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    /// <summary>Their hours.</summary>
    public HoursPlot Plot { get; private set; } = null!;

    /// <summary>Where the next page begins; null when there is none.</summary>
    public HistoryPlace? Next { get; private set; }

    /// <summary>Whether this is not the first page.</summary>
    public bool IsLater { get; private set; }

    /// <summary>Asks.</summary>
    public async Task OnGetAsync()
    {
        Filter = HistoryFilter.Read(Request.Query, BrusselsTime.DateOf(clock.GetUtcNow()));
        var after = HistoryPlace.Read(Request.Query["after"]);
        IsLater = after is not null;
        // One more tells whether there is a next page.
        var found = await query.PageAsync(CompanyId, Filter, after, PageSize + 1, HttpContext.RequestAborted);
        Entries = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new(Entries[^1].RecordedAt, Entries[^1].Id) : null;
        var totals = await query.DaysAsync(CompanyId, Filter, HoursPlot.IsByMonth(Filter), HttpContext.RequestAborted);
        Plot = new(Filter, totals, words.Language);
    }
}
