using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ivr.Server.Secured.Accounts;

/// <summary>The cookie of who has signed in, and what pages ask of it.</summary>
internal static class SecuredScheme
{
    /// <summary>The scheme's name.</summary>
    public const string Name = "secured";

    /// <summary>Pages of companies.</summary>
    public const string CompanyPolicy = "company";

    /// <summary>Pages of who runs the service.</summary>
    public const string OperatorPolicy = "operator";

    /// <summary>Where somebody who has not signed in is sent.</summary>
    public const string SignInPath = "/company/sign-in";

    /// <summary>A session that nobody uses ends after this time.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);

    /// <summary>A session ends after this time, used or not.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Adds the cookie and the policies.</summary>
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

/// <summary>Looks with every page whether the session still is one: signing out, a lock and a new password end it on every node.</summary>
internal sealed class SessionCheck(SessionStore sessions) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
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

    /// <inheritdoc/>
    /// <remarks>Without the host, which whoever asks may have made up. What a script asks for is refused, not sent elsewhere.</remarks>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase))
            context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        else
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    /// <remarks>An operator on a company's page, or the other way round.</remarks>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
