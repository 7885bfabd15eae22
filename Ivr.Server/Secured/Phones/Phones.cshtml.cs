using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Mvc;

namespace Ivr.Server.Secured.Phones;

/// <summary>The page of the workers whose login is remembered on a telephone.</summary>
internal sealed class PhonesModel(PhoneDesk desk) : CompanyPage
{
    private const string Here = "~/company/phones";

    /// <summary>The telephones, by worker.</summary>
    public IReadOnlyList<RememberedPhone> Phones { get; private set; } = [];

    /// <summary>What was just done; null when nothing was.</summary>
    public Wording? Done => Request.Query["done"] == "forgotten" ? PhonesWords.ForgottenNow : null;

    public async Task OnGetAsync() => Phones = await desk.AskAsync(CompanyId, HttpContext.RequestAborted);

    /// <summary>Forgets the telephones of a worker.</summary>
    public async Task<IActionResult> OnPostAsync(string? login)
    {
        await desk.ForgetAsync(CompanyId, login ?? "");
        return LocalRedirect($"{Here}?done=forgotten");
    }
}
