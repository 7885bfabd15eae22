using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twilio.Security;

namespace Twilio.AspNet.Core;

/// <summary>Validates the Twilio signature of a request.</summary>
public static class RequestValidationHelper
{
    private const string SignatureHeader = "X-Twilio-Signature";

    /// <summary>Validates the signature of a request. A form body is read asynchronously and stays readable.</summary>
    /// <param name="context">The request.</param>
    /// <param name="authToken">The account's token.</param>
    /// <param name="urlOverride">The complete signed URL, when a proxy hides it.</param>
    /// <param name="allowLocal">Whether a request from this machine passes without a signature.</param>
    /// <returns>True when the signature is right.</returns>
    /// <exception cref="ArgumentException">The request has no signature.</exception>
    public static async Task<bool> IsValidRequestAsync(
        HttpContext context, string authToken, string? urlOverride, bool allowLocal = false)
    {
        var request = context.Request;
        var fields = request.HasFormContentType ? await request.ReadFormAsync(context.RequestAborted) : null;
        if (allowLocal && IsLocal(request))
            return true;

        // The signature covers the form fields only, not other bodies.
        var form = fields?.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);
        var url = string.IsNullOrEmpty(urlOverride) ? UrlOf(request) : urlOverride;
        return new RequestValidator(authToken).Validate(url, form, request.Headers[SignatureHeader]);
    }

    /// <summary>Validates the signature of a request with the registered options.</summary>
    internal static Task<bool> IsValidRequestAsync(HttpContext context)
    {
        // A snapshot: a changed configuration applies from the next request on.
        var options = context.RequestServices.GetRequiredService<IOptionsSnapshot<TwilioRequestValidationOptions>>().Value;
        var url = string.IsNullOrEmpty(options.BaseUrlOverride)
            ? null
            : options.BaseUrlOverride + context.Request.Path + context.Request.QueryString;
        return IsValidRequestAsync(context, options.AuthToken, url, options.AllowLocal ?? false);
    }

    private static string UrlOf(HttpRequest request)
    {
        // Behind a proxy that terminates TLS, the port in the host header is the internal one. The sender does not know it and has not
        // signed it.
        var host = request.IsHttps ? request.Host.Host : request.Host.ToUriComponent();
        return $"{request.Scheme}://{host}{request.Path}{request.QueryString}";
    }

    private static bool IsLocal(HttpRequest request)
    {
        // A forwarded request comes from another machine, even when the proxy is on this one.
        if (request.Headers.ContainsKey("X-Forwarded-For"))
            return false;

        var connection = request.HttpContext.Connection;
        return (connection.RemoteIpAddress, connection.LocalIpAddress) switch
        {
            (null, null) => true,
            (null, _) => false,
            ({ } remote, null) => IPAddress.IsLoopback(remote),
            ({ } remote, { } local) => remote.Equals(local),
        };
    }
}
