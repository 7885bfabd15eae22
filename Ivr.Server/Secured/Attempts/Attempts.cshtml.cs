using Ivr.Server.Secured.History;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Attempts;

/// <summary>The page of calls that did not become a prestation.</summary>
internal sealed class AttemptsModel(AttemptsQuery query, TimeProvider clock) : CompanyPage
{
    private const int PageSize = 50;

    /// <summary>The range of days; the rest of the filter is not used.</summary>
    public HistoryFilter Filter { get; private set; } = null!;

    /// <summary>The calls of one page, newest first.</summary>
    public IReadOnlyList<Attempt> Calls { get; private set; } = [];

    /// <summary>Where the next page begins; null when there is none.</summary>
    public AttemptPlace? Next { get; private set; }

    /// <summary>True when this is not the first page.</summary>
    public bool IsLater { get; private set; }

    public async Task OnGetAsync()
    {
        Filter = HistoryFilter.Read(Request.Query, BrusselsTime.DateOf(clock.GetUtcNow()));
        var after = AttemptPlace.Read(Request.Query["after"]);
        IsLater = after is not null;
        // One row more shows whether there is a next page.
        var found = await query.AskAsync(CompanyId, Filter.From, Filter.To, after, PageSize + 1, HttpContext.RequestAborted);
        Calls = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? new(Calls[^1].StartedAt, Calls[^1].CallSid) : null;
    }
}
