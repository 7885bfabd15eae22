using Ivr.Server.Secured.Layout;

namespace Ivr.Server.Secured.SavedClients;

/// <summary>The page with a company's workers, which leads to their saved clients.</summary>
internal sealed class SavingWorkersModel(SavedClientDesk desk) : CompanyPage
{
    /// <summary>What the user looks for; null for all workers.</summary>
    public string? Search { get; private set; }

    public IReadOnlyList<SavingWorker> Workers { get; private set; } = [];

    public async Task OnGetAsync(string? search)
    {
        Search = search?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } words ? words : null;
        Workers = await desk.WorkersAsync(CompanyId, Search, HttpContext.RequestAborted);
    }
}
