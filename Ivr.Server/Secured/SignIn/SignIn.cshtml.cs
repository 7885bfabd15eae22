using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Ivr.Server.Secured.SignIn;

/// <summary>The sign-in page.</summary>
internal sealed class SignInModel(SignInDesk desk, SessionStore sessions, PageWords words) : PageModel
{
    private const string OperatorHome = "~/operator";

    /// <summary>The page that the user requested before signing in.</summary>
    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>The login as typed.</summary>
    [BindProperty]
    public string? Login { get; set; }

    /// <summary>True when the user was signed in before, and the session ended.</summary>
    [BindProperty(SupportsGet = true, Name = SecuredScheme.EndedParameter)]
    public bool HasEnded { get; set; }

    /// <summary>True when the requested page is one for operators.</summary>
    public bool IsForOperator => To?.StartsWith(Url.Content(OperatorHome), StringComparison.Ordinal) == true;

    /// <summary>The error message; null when there is none.</summary>
    public string? Problem { get; private set; }

    /// <summary>Redirects a user who has signed in already.</summary>
    public IActionResult OnGet() => SecuredUser.Of(User) is { } user ? Onwards(user) : Page();

    /// <summary>Signs in. The password goes to the hash function and nowhere else.</summary>
    public async Task<IActionResult> OnPostAsync(string? password)
    {
        var result = Credentials.ReadLogin(Login) is { } login && password is { Length: > 0 and <= Credentials.LongestPassword }
            ? await desk.CheckAsync(login, password, $"{HttpContext.Connection.RemoteIpAddress}", HttpContext.RequestAborted)
            : new SignInOutcome.Refused();
        switch (result)
        {
            case SignInOutcome.Accepted(var user):
                // The browser forgets the cookie of an earlier session, so nobody could sign out of it.
                if (SecuredUser.Of(User) is { } before)
                    await sessions.EndAsync(before.Session);
                await HttpContext.SignInAsync(SecuredScheme.Name, user.ToCookie());
                return Onwards(user);
            case SignInOutcome.Locked(var time):
                Problem = words[SignInWords.Locked.With("minutes", language => SpokenValues.Minutes((int)Math.Ceiling(time.TotalMinutes)).In(language))];
                break;
            case SignInOutcome.Busy:
                Problem = words[SignInWords.Busy];
                break;
            default:
                Problem = words[SignInWords.Refused];
                break;
        }

        return Page();
    }

    // Only to a page of this server, and only to one for the user's role.
    private LocalRedirectResult Onwards(SecuredUser user)
    {
        var home = Url.Content(user.Role == SecuredRole.Operator ? OperatorHome : "~/company");
        return LocalRedirect(Url.IsLocalUrl(To) && To.StartsWith(home, StringComparison.Ordinal) ? ReturnAddress.Escape(To) : home);
    }
}
