using Ivr.Server.Secured.Layout;
using Ivr.StateMachine;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.SignIn;

/// <summary>Remembers the language that somebody chose, and goes back to the page.</summary>
internal sealed class ChooseLanguageModel(PageWords words) : PageModel
{
    /// <summary>There is nothing to see here.</summary>
    public IActionResult OnGet() => LocalRedirect("/company");

    /// <summary>Remembers it.</summary>
    public IActionResult OnPost(string? language, string? to)
    {
        if (LanguageCodes.TryRead(language, out var chosen))
            words.Remember(HttpContext, chosen);
        return LocalRedirect(Url.IsLocalUrl(to) ? to : "/company");
    }
}
