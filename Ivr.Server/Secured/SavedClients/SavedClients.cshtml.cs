using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Server.Secured.SavedClients;

/// <summary>The page with a worker's saved clients, on which the company adds, renames and removes them.</summary>
internal sealed class SavedClientsModel(SavedClientDesk desk) : CompanyPage
{
    private const int UserNumberLength = 12;

    /// <summary>The list; set before the page is rendered.</summary>
    public SavedList Found { get; private set; } = null!;

    /// <summary>The error message; null when there is none.</summary>
    public Wording? Problem { get; private set; }

    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done => Request.Query["done"].ToString() switch
    {
        "added" => SavedClientWords.AddedNow,
        "renamed" => SavedClientWords.RenamedNow,
        "removed" => SavedClientWords.RemovedNow,
        _ => null,
    };

    /// <summary>The user number that was given and could not be saved.</summary>
    public string? Given { get; private set; }

    /// <summary>The name that was given with it.</summary>
    public string? GivenName { get; private set; }

    public Task<IActionResult> OnGetAsync(string? login) => ShowAsync(login, problem: null);

    /// <summary>Adds a client, or puts one back who was removed.</summary>
    public async Task<IActionResult> OnPostAddAsync(string? login, string? userNumber, string? name)
    {
        var digits = userNumber?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        (Given, GivenName) = (userNumber, name);
        if (digits.Length != UserNumberLength || !digits.All(char.IsAsciiDigit))
            return await ShowAsync(login, SavedClientWords.TwelveDigits);
        if (!TryRead(name, out var given))
            return await ShowAsync(login, SavedClientWords.LongName);
        return await desk.AddAsync(Viewer, login ?? "", digits, given) switch
        {
            Saving.Added => Redirect(login, "added"),
            Saving.AlreadyThere => await ShowAsync(login, SavedClientWords.AlreadyThere),
            Saving.Full => await ShowAsync(login, SavedClientWords.Full),
            Saving.UsedUp => await ShowAsync(login, EmergencyPageWords.UsedUp),
            _ => await ShowAsync(login, SavedClientWords.NotKnown),
        };
    }

    /// <summary>Changes the name on the list; without one, the name on record is shown again.</summary>
    public async Task<IActionResult> OnPostRenameAsync(string? login, int number, string? name)
    {
        if (!TryRead(name, out var given))
            return await ShowAsync(login, SavedClientWords.LongName);
        return await desk.RenameAsync(Viewer, login ?? "", number, given) ? Redirect(login, "renamed") : await ShowAsync(login, SavedClientWords.Gone);
    }

    /// <summary>Takes a client off the list.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(string? login, int number) =>
        await desk.RemoveAsync(Viewer, login ?? "", number) ? Redirect(login, "removed") : await ShowAsync(login, SavedClientWords.Gone);

    private static bool TryRead(string? name, out string? given)
    {
        given = name?.Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } words ? words : null;
        return given is null or { Length: <= SavedClientDesk.LongestName };
    }

    private LocalRedirectResult Redirect(string? login, string done) => LocalRedirect($"~/company/saved-clients/worker?login={login}&done={done}");

    private async Task<IActionResult> ShowAsync(string? login, Wording? problem)
    {
        if (await desk.FindAsync(CompanyId, login ?? "", HttpContext.RequestAborted) is not { } list)
            return NotFound();
        (Found, Problem) = (list, problem);
        return Page();
    }
}
