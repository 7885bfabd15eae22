using Ivr.Server.Secured.Corrections;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Server.Secured.Emergencies;

/// <summary>The page where a company decides about entries that were left in an emergency.</summary>
internal sealed class EmergenciesModel(EmergencyQuery query) : CompanyPage
{
    private const string Here = "~/company/emergencies";

    /// <summary>Waiting entries, oldest first.</summary>
    public IReadOnlyList<LeftEntry> Waiting { get; private set; } = [];

    /// <summary>Decided entries, newest first.</summary>
    public IReadOnlyList<LeftEntry> Decided { get; private set; } = [];

    /// <summary>The error message; null when there is none.</summary>
    public Wording? Problem { get; private set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done => Request.Query["done"].ToString() switch
    {
        "accepted" => EmergencyPageWords.AcceptedNow,
        "refused" => EmergencyPageWords.RefusedNow,
        _ => null,
    };

    public async Task OnGetAsync() => (Waiting, Decided) = await query.AskAsync(CompanyId, HttpContext.RequestAborted);

    /// <summary>Accepts an entry. A second request, from any user, changes nothing.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(long id, string? userNumber)
    {
        var digits = userNumber?.Replace(" ", "", StringComparison.Ordinal);
        return await query.AcceptAsync(Viewer, id, digits is { Length: 12 } ? digits : null) switch
        {
            Acceptance.Accepted => LocalRedirect($"{Here}?done=accepted"),
            Acceptance.UsedUp => await ShowAsync(EmergencyPageWords.UsedUp),
            _ => await ShowAsync(EmergencyPageWords.NotAccepted),
        };
    }

    public async Task<IActionResult> OnPostRefuseAsync(long id, string? reason)
    {
        var why = reason?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (why is not { Length: > 0 and <= EntryDesk.LongestReason })
            return await ShowAsync(EntryPageWords.ReasonMissing);
        return await query.RefuseAsync(Viewer, id, why) ? LocalRedirect($"{Here}?done=refused") : await ShowAsync(EmergencyPageWords.NotRefused);
    }

    private async Task<IActionResult> ShowAsync(Wording problem)
    {
        Problem = problem;
        await OnGetAsync();
        return Page();
    }
}
