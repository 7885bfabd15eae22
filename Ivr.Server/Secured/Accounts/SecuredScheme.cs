using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Ivr.Server.Secured.Accounts;

/// <summary>The cookie of signed-in users, and the authorization policies of the pages.</summary>
internal static class SecuredScheme
{
    public const string Name = "secured";

    /// <summary>Policy of the companies' pages.</summary>
    public const string CompanyPolicy = "company";

    /// <summary>Policy of the operator's pages.</summary>
    public const string OperatorPolicy = "operator";

    /// <summary>Users who have not signed in are redirected to this path.</summary>
    public const string SignInPath = "/company/sign-in";

    /// <summary>Query parameter of the sign-in page: the user was signed in before.</summary>
    public const string EndedParameter = "ended";

    /// <summary>A session ends after this time without a request.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this time, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public static void AddScheme(this IServiceCollection services, bool isDevelopment)
    {
        services.AddAuthentication(Name).AddCookie(Name, options =>
        {
            options.Cookie = SecuredCookie.Named("session", isDevelopment);
            options.ExpireTimeSpan = LongestIdle;
            options.SlidingExpiration = true;
            options.LoginPath = SignInPath;
            options.ReturnUrlParameter = "to";
            options.EventsType = typeof(SessionCheck);
        });
        services.AddScoped<SessionCheck>();
        services.AddAuthorizationBuilder()
            .AddPolicy(CompanyPolicy, policy => policy.AddAuthenticationSchemes(Name).RequireRole(nameof(SecuredRole.Company)))
            .AddPolicy(OperatorPolicy, policy => policy.AddAuthenticationSchemes(Name).RequireRole(nameof(SecuredRole.Operator)));
    }
}

/// <summary>Checks with every page that the session is still valid: signing out, a lock and a new password end it on every node.</summary>
internal sealed class SessionCheck(SessionStore sessions) : CookieAuthenticationEvents
{
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var user = SecuredUser.SessionOf(context.Principal!) is { } session
            ? await sessions.FindAsync(session, context.HttpContext.RequestAborted)
            : null;
        if (user is null)
            context.RejectPrincipal();
        else
            context.ReplacePrincipal(user.ToPrincipal());
    }

    /// <summary>Lets only acts of a user renew the cookie: requests for pages, not for files, and not those that a page sends by itself.</summary>
    public override Task CheckSlidingExpiration(CookieSlidingExpirationContext context)
    {
        var metadata = context.HttpContext.GetEndpoint()?.Metadata;
        context.ShouldRenew &= metadata?.GetMetadata<IAuthorizeData>() is not null && metadata.GetMetadata<NotByUser>() is null
            // A page asks this way whether its session is still valid; no user does.
            && !HttpMethods.IsHead(context.HttpContext.Request.Method);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Redirects without the host, because the client may have made it up. A request from a script gets 401 instead of a redirect.
    /// </summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery + (HasSession(context) ? $"&{SecuredScheme.EndedParameter}=true" : ""));
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    private static bool HasSession(RedirectContext<CookieAuthenticationOptions> context) =>
        context.Request.Cookies.ContainsKey(context.Options.Cookie.Name!);

    /// <summary>Returns 404 to an operator on a company's page, and to a company's user on an operator's page.</summary>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
