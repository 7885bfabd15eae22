using Ivr.Server.Secured.Layout;

namespace Ivr.Server.Secured.Today;

/// <summary>The page of today's entries.</summary>
internal sealed class TodayModel(TodayQuery query) : CompanyPage
{
    public TodayReport Report { get; private set; } = null!;

    public async Task OnGetAsync() => Report = await query.AskAsync(CompanyId, HttpContext.RequestAborted);
}
