namespace Ivr.Server.Secured.Accounts;

/// <summary>How the secured area's cookies are kept.</summary>
internal static class SecuredCookie
{
    /// <summary>
    /// A cookie for this host alone, over TLS alone, out of reach of scripts and of requests that other sites cause. In Development
    /// without the prefix and the flag that want TLS, so that http://localhost will do in every browser.
    /// </summary>
    public static CookieBuilder Named(string name, bool isDevelopment) => new()
    {
        Name = isDevelopment ? $"ivr-{name}" : $"__Host-ivr-{name}",
        Path = "/",
        HttpOnly = true,
        SecurePolicy = isDevelopment ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always,
        SameSite = SameSiteMode.Strict,
        IsEssential = true,
    };
}
