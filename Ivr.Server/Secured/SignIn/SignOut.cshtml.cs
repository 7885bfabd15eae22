using Ivr.Server.Secured.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.SignIn;

/// <summary>Ends a session, so that a copy of its cookie is worth nothing either.</summary>
internal sealed class SignOutModel(SessionStore sessions) : PageModel
{
    /// <summary>A link from elsewhere signs nobody out.</summary>
    public IActionResult OnGet() => LocalRedirect("/company");

    /// <summary>Signs out.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (SecuredUser.Of(User) is { } user)
            await sessions.EndAsync(user.Session);
        await HttpContext.SignOutAsync(SecuredScheme.Name);
        return LocalRedirect(SecuredScheme.SignInPath);
    }
}
