using Microsoft.AspNetCore.Http.Extensions;

namespace Ivr.Server.Configuration;

/// <summary>
/// Answers 400 when the Host header makes no valid URL, such as <c>Host: a:99999</c>. Kestrel accepts such a header, but the framework
/// and the Twilio package fail when they build a URL with it.
/// </summary>
internal static class HostHeader
{
    // Probes in HTTP/1.0 send no Host, and a health check builds no URL.
    private static readonly PathString Health = "/health";

    public static IApplicationBuilder UseHostHeaderCheck(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (IsValid(context.Request) || context.Request.Path.StartsWithSegments(Health, StringComparison.OrdinalIgnoreCase))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    private static bool IsValid(HttpRequest request)
    {
        try
        {
            return request.Host.HasValue && Uri.TryCreate(request.GetEncodedUrl(), UriKind.Absolute, out _);
        }
        catch (Exception e) when (e is FormatException or ArgumentException)
        {
            return false;
        }
    }
}
