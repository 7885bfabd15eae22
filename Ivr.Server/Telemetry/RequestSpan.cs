using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http.Metadata;

namespace Ivr.Server.Telemetry;

/// <summary>
/// Completes the span that ASP.NET Core makes of a request: its route, which is its name too, and what became of it. Without them a span
/// says neither, until the framework does so itself. What a load balancer asks every second is not told of, nor what the database is
/// asked for it.
/// </summary>
/// <remarks>Names: OpenTelemetry, semantic conventions for HTTP spans, server.</remarks>
internal sealed class RequestSpan(RequestDelegate next)
{
    private const string Health = "/health";
    private const int FirstFault = 500;

    public async Task InvokeAsync(HttpContext http)
    {
        var span = Activity.Current;
        if (span is not null && http.Request.Path.StartsWithSegments(Health, StringComparison.Ordinal))
        {
            Silence(span);
            span = null;
        }

        try
        {
            await next(http);
            if (span is { IsAllDataRequested: true })
                Complete(span, http, http.Response.StatusCode);
        }
        catch (Exception fault) when (span is { IsAllDataRequested: true })
        {
            Complete(span, http, StatusCodes.Status500InternalServerError);
            span.SetTag("error.type", fault.GetType().FullName);
            throw;
        }
    }

    // Spans that begin within one that is not recorded are not either.
    private static void Silence(Activity span)
    {
        span.IsAllDataRequested = false;
        span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }

    private static void Complete(Activity span, HttpContext http, int status)
    {
        var method = span.GetTagItem("http.request.method") as string is { } known && known != "_OTHER" ? known : "HTTP";
        var route = http.GetEndpoint()?.Metadata.GetMetadata<IRouteDiagnosticsMetadata>()?.Route;
        span.DisplayName = route is null ? method : $"{method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.response.status_code", status);
        if (status < FirstFault)
            return;
        span.SetStatus(ActivityStatusCode.Error);
        span.SetTag("error.type", status.ToString(CultureInfo.InvariantCulture));
    }
}
