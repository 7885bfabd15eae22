namespace Ivr.Server.Secured.Accounts;

/// <summary>Settings of the secured area's cookies.</summary>
internal static class SecuredCookie
{
    /// <summary>
    /// A cookie for this host only, over TLS only, not readable by scripts, and not sent with requests that other sites cause. In
    /// Development it has neither the name prefix nor the flag that need TLS, so that http://localhost works in every browser.
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
