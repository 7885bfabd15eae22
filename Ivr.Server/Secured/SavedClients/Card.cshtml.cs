using Ivr.Server.Secured.Layout;
using Ivr.StateMachine;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Server.Secured.SavedClients;

/// <summary>A worker's short numbers as a card to print, in the worker's language.</summary>
internal sealed class CardModel(SavedClientDesk desk) : CompanyPage
{
    /// <summary>The list; set before the page is rendered.</summary>
    public SavedList Found { get; private set; } = null!;

    public Language Language => LanguageCodes.Read(Found.Worker.Language);

    public async Task<IActionResult> OnGetAsync(string? login)
    {
        if (await desk.FindAsync(CompanyId, login ?? "", HttpContext.RequestAborted) is not { } list)
            return NotFound();
        Found = list;
        return Page();
    }
}
