using Ivr.Server.Secured.History;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Voice;

namespace Ivr.Server.Secured.Attempts;

/// <summary>The page of calls that did not become a prestation.</summary>
public sealed class AttemptsModel(AttemptsQuery query, TimeProvider clock) : CompanyPage
{
    /// <summary>The days; the rest of the filter is not used.</summary>
    public HistoryFilter Filter { get; private set; } = null!;

    /// <summary>The calls, newest first.</summary>
    public IReadOnlyList<Attempt> Calls { get; private set; } = [];

    /// <summary>Asks.</summary>
    public async Task OnGetAsync()
    {
        Filter = HistoryFilter.Read(Request.Query, BrusselsTime.DateOf(clock.GetUtcNow()));
        Calls = await query.AskAsync(CompanyId, Filter.From, Filter.To, HttpContext.RequestAborted);
    }
}
