using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Ivr.Caller.BrowserPhone;

/// <summary>
/// Keeps other web pages out. This page makes calls with the account's auth token, so a page from another site in the same browser must not
/// reach it. The guard checks the host name, the origin and the token of this run.
/// </summary>
internal sealed class Guard
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A random token for this run. The page sends it back when it dials.</summary>
    public string Token { get; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Rejects host names that are not this machine, and sets the response headers that limit what the page may do.</summary>
    public static async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (IsThisMachine(context.Request.Host.Host.Trim('[', ']'))) await next(context);
        else context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <summary>Whether the request to open a call comes from our own page.</summary>
    public bool Admits(HttpRequest request) =>
        request.Headers.Origin == $"{request.Scheme}://{request.Host}"
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Query["token"].ToString()), Encoding.UTF8.GetBytes(Token));

    /// <summary>Whether a host name means this machine. DNS is not used.</summary>
    public static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
