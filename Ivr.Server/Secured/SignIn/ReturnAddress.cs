using Microsoft.AspNetCore.Http.Extensions;

namespace Ivr.Server.Secured.SignIn;

/// <summary>The page that a form returns to.</summary>
internal static class ReturnAddress
{
    /// <summary>
    /// Escapes a path as the Location header needs it, in ASCII. What is escaped already stays. <paramref name="local"/> is a path of this
    /// server, with or without a query.
    /// </summary>
    public static string Escape(string local) => UriHelper.Encode(new Uri(local, UriKind.Relative));
}
