using System.Security.Claims;

namespace Ivr.Server.Secured.Accounts;

/// <summary>Somebody who has signed in at a screen.</summary>
/// <param name="Login">The login.</param>
/// <param name="Role">A company's, or the operator's.</param>
/// <param name="CompanyId">The company; null for operators.</param>
/// <param name="CompanyCode">The company's code; null for operators.</param>
/// <param name="Session">The session's number.</param>
/// <param name="BeganAt">When it began.</param>
internal sealed record SecuredUser(string Login, SecuredRole Role, long? CompanyId, string? CompanyCode, Guid Session, DateTimeOffset BeganAt)
{
    private const string SessionClaim = "session";

    /// <summary>The session's number in a cookie that was opened; null when there is none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal) =>
        Guid.TryParse(principal.FindFirstValue(SessionClaim), out var session) ? session : null;

    /// <summary>What the cookie holds: the number of the session, and nothing that could get out of date.</summary>
    public ClaimsPrincipal ToCookie() => new(new ClaimsIdentity([new(SessionClaim, $"{Session:N}")], SecuredScheme.Name));

    /// <summary>Who asks for a page, as the database knows them at this moment.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new SignedIn(this));

    /// <summary>Who asks; null when nobody has signed in.</summary>
    public static SecuredUser? Of(ClaimsPrincipal principal) => principal.Identities.OfType<SignedIn>().SingleOrDefault()?.User;

    private sealed class SignedIn(SecuredUser user) : ClaimsIdentity(
        [new(SessionClaim, $"{user.Session:N}"), new(ClaimTypes.Name, user.Login), new(ClaimTypes.Role, user.Role.ToString())],
        SecuredScheme.Name)
    {
        public SecuredUser User => user;
    }
}

/// <summary>Who sees what.</summary>
internal enum SecuredRole
{
    /// <summary>Somebody of an approved company: sees its rows.</summary>
    Company,

    /// <summary>Somebody who runs this service.</summary>
    Operator,
}
