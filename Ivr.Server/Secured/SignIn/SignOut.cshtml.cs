using Ivr.Server.Secured.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.SignIn;

/// <summary>Ends a session in the database, so that a copy of its cookie is useless too.</summary>
internal sealed class SignOutModel(SessionStore sessions) : PageModel
{
    /// <summary>Does not sign out, so that a link from another site cannot.</summary>
    public IActionResult OnGet() => LocalRedirect("~/company");

    public async Task<IActionResult> OnPostAsync()
    {
        if (SecuredUser.Of(User) is { } user)
            await sessions.EndAsync(user.Session);
        await HttpContext.SignOutAsync(SecuredScheme.Name);
        return LocalRedirect($"~{SecuredScheme.SignInPath}");
    }
}
