using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.History;

/// <summary>The page of earlier entries.</summary>
internal sealed class HistoryModel(HistoryQuery query, PageWords words, TimeProvider clock) : CompanyPage
{
    private const int PageSize = 50;

    public HistoryFilter Filter { get; private set; } = null!;

    /// <summary>The entries of one page.</summary>
    public IReadOnlyList<Entry> Entries { get; private set; } = [];

    /// <summary>The hours of all filtered entries.</summary>
    public HoursPlot Plot { get; private set; } = null!;

    /// <summary>Where the next page begins; null when there is none.</summary>
    public HistoryPlace? Next { get; private set; }

    /// <summary>True when this is not the first page.</summary>
    public bool IsLater { get; private set; }

    /// <summary>Number of entries on the pages before this one.</summary>
    public int Before { get; private set; }

    /// <summary>Number of all filtered entries, cancelled ones too.</summary>
    public int Total { get; private set; }

    /// <summary>The periods of one click.</summary>
    public IEnumerable<(Wording Name, HistoryFilter Filter)> Periods
    {
        get
        {
            var today = BrusselsTime.DateOf(clock.GetUtcNow());
            var month = today.AddDays(1 - today.Day);
            return
            [
                (CommonWords.Today, Filter with { From = today, To = today }),
                (HistoryWords.ThisMonth, Filter with { From = month, To = today }),
                (HistoryWords.LastMonth, Filter with { From = month.AddMonths(-1), To = month.AddDays(-1) }),
            ];
        }
    }

    public async Task OnGetAsync()
    {
        Filter = HistoryFilter.Read(Request.Query, BrusselsTime.DateOf(clock.GetUtcNow()));
        var after = HistoryPlace.Read(Request.Query["after"]);
        IsLater = after is not null;
        // One row more shows whether there is a next page.
        var found = await query.PageAsync(CompanyId, Filter, after, PageSize + 1, HttpContext.RequestAborted);
        Entries = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new(Entries[^1].RecordedAt, Entries[^1].Id) : null;
        var totals = await query.DaysAsync(CompanyId, Filter, HoursPlot.IsByMonth(Filter), HttpContext.RequestAborted);
        Plot = new(Filter, [.. totals.Where(total => total.Entries > 0)], words.Language);
        Total = totals.Sum(total => total.Rows);
        Before = IsLater ? Paging.Before(Request.Query) : 0;
    }
}
