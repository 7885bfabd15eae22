using Ivr.Server.Secured.Dates;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Server.Secured.Corrections;

/// <summary>The page of one entry, with the form for corrections.</summary>
internal sealed class EntryPageModel(EntryDesk desk, TimeProvider clock) : CompanyPage
{
    /// <summary>The entry; set before the page is rendered.</summary>
    public EntryFile Found { get; private set; } = null!;

    /// <summary>The error message; null when there is none.</summary>
    public Wording? Problem { get; private set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done => Request.Query["done"].ToString() switch
    {
        "corrected" => EntryPageWords.Corrected,
        "cancelled" => EntryPageWords.CancelledNow,
        _ => null,
    };

    /// <summary>True when the form that was sent cancels the entry.</summary>
    public bool IsCancelling { get; private set; }

    /// <summary>The last possible day of work.</summary>
    public DateOnly Today => BrusselsTime.DateOf(clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(string reference) => await FindAsync(reference) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        string reference, int seen, int activity, int hours, string? date, string? cancelled, string? reason)
    {
        if (!await FindAsync(reference))
            return NotFound();
        IsCancelling = cancelled == "1";
        var why = reason?.Replace("\0", "", StringComparison.Ordinal).Trim();
        var change = new Change(activity, hours, TypedDate.Read(date) ?? default, IsCancelling);
        if (!change.FitsTo(Found.Recorded, Today))
            Problem = EntryPageWords.DoesNotFit;
        else if (why is not { Length: > 0 and <= EntryDesk.LongestReason })
            Problem = EntryPageWords.ReasonMissing;
        else if (!await desk.CorrectAsync(Viewer, reference, Found.Recorded, seen, change, why))
            Problem = EntryPageWords.CorrectedMeanwhile;
        else
            return LocalRedirect($"~/company/entries/{reference}?done={(IsCancelling ? "cancelled" : "corrected")}");
        await FindAsync(reference);
        return Page();
    }

    private async Task<bool> FindAsync(string reference)
    {
        if (await desk.FindAsync(CompanyId, reference, HttpContext.RequestAborted) is not { } file)
            return false;
        Found = file;
        return true;
    }
}
