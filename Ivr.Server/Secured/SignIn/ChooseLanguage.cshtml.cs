using Ivr.Server.Secured.Layout;
using Ivr.StateMachine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.SignIn;

/// <summary>Stores the chosen language and returns to the page.</summary>
internal sealed class ChooseLanguageModel(PageWords words) : PageModel
{
    /// <summary>This path has no page of its own.</summary>
    public IActionResult OnGet() => LocalRedirect("~/company");

    public IActionResult OnPost(string? language, string? to)
    {
        if (LanguageCodes.TryRead(language, out var chosen))
            words.Remember(HttpContext, chosen);
        return LocalRedirect(Url.IsLocalUrl(to) ? ReturnAddress.Escape(to) : "~/company");
    }
}
