using System.Security.Claims;

namespace Ivr.Server.Secured.Accounts;

/// <summary>A signed-in user of the pages. <c>CompanyId</c> and <c>CompanyCode</c> are null for operators.</summary>
internal sealed record SecuredUser(string Login, SecuredRole Role, long? CompanyId, string? CompanyCode, Guid Session, DateTimeOffset BeganAt)
{
    private const string SessionClaim = "session";

    /// <summary>The session id in a decrypted cookie; null when there is none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>The content of the cookie: the session id, and nothing that can become outdated.</summary>
    public ClaimsPrincipal ToCookie() => new(new ClaimsIdentity([new(SessionClaim, $"{Session:N}")], SecuredScheme.Name));

    /// <summary>The user of a request, with the current values of the database.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new SignedIn(this));

    /// <summary>The user of a request; null when nobody has signed in.</summary>
    public static SecuredUser? Of(ClaimsPrincipal principal) => principal.Identities.OfType<SignedIn>().SingleOrDefault()?.User;

    private sealed class SignedIn(SecuredUser user) : ClaimsIdentity(
        [new(SessionClaim, $"{user.Session:N}"), new(ClaimTypes.Name, user.Login), new(ClaimTypes.Role, user.Role.ToString())],
        SecuredScheme.Name)
    {
        public SecuredUser User => user;
    }
}

internal enum SecuredRole
{
    /// <summary>A user of an approved company, who sees the company's rows.</summary>
    Company,

    /// <summary>A user who runs this service.</summary>
    Operator,
}
