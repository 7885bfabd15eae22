using Ivr.Server.Secured.Layout;

namespace Ivr.Server.Secured.Today;

/// <summary>The page of today.</summary>
internal sealed class TodayModel(TodayQuery query) : CompanyPage
{
    /// <summary>What it shows.</summary>
    public TodayReport Report { get; private set; } = null!;

    /// <summary>Asks for it.</summary>
    public async Task OnGetAsync() => Report = await query.AskAsync(CompanyId, HttpContext.RequestAborted);
}
