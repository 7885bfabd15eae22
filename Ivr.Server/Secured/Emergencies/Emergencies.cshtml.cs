using Ivr.Server.Secured.Corrections;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Server.Secured.Emergencies;

/// <summary>The page where a company decides about what was left in an emergency.</summary>
internal sealed class EmergenciesModel(EmergencyQuery query) : CompanyPage
{
    private const string Here = "/company/emergencies";

    /// <summary>What waits, oldest first.</summary>
    public IReadOnlyList<LeftEntry> Waiting { get; private set; } = [];

    /// <summary>What was decided, newest first.</summary>
    public IReadOnlyList<LeftEntry> Decided { get; private set; } = [];

    /// <summary>What went wrong.</summary>
    public Wording? Problem { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task OnGetAsync() => (Waiting, Decided) = await query.AskAsync(CompanyId, HttpContext.RequestAborted);

    /// <summary>Accepts one. A second press, of whomever, finds it accepted and does nothing.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(long id, string? userNumber)
    {
        var digits = userNumber?.Replace(" ", "", StringComparison.Ordinal);
        return await query.AcceptAsync(Viewer, id, digits is { Length: 12 } ? digits : null) is null
            ? await ShowAsync(EmergencyPageWords.NotAccepted)
            : LocalRedirect(Here);
    }

    /// <summary>Refuses one.</summary>
    public async Task<IActionResult> OnPostRefuseAsync(long id, string? reason)
    {
        var why = reason?.Replace("\0", "", StringComparison.Ordinal).Trim();
        if (why is not { Length: > 0 and <= EntryDesk.LongestReason })
            return await ShowAsync(EntryPageWords.ReasonMissing);
        return await query.RefuseAsync(Viewer, id, why) ? LocalRedirect(Here) : await ShowAsync(EmergencyPageWords.NotRefused);
    }

    private async Task<IActionResult> ShowAsync(Wording problem)
    {
        Problem = problem;
        await OnGetAsync();
        return Page();
    }
}
