using System.Net.Mime;
using Ivr.Server.Database;
using Ivr.Server.Secured.Layout;

namespace Ivr.Server.Secured.Trouble;

/// <summary>Writes a <see cref="TroublePage"/> when a page does not exist or fails, without internal details.</summary>
internal sealed class PageTrouble(RequestDelegate next, ILogger<PageTrouble> log)
{
    private const string RetryAfter = "5";

    public async Task InvokeAsync(HttpContext context, PageWords words)
    {
        try
        {
            await next(context);
            if (!context.Response.HasStarted && TroublePage.Of(context.Response.StatusCode) is { } page)
                await WriteAsync(context, page, words);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser has disconnected.
        }
#pragma warning disable CA1031 // Any failure becomes a text for the user.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            log.LogError(failure, "A page of the secured area could not be made");
            var page = Db.IsFault(failure) ? TroublePage.Away : TroublePage.Failed;
            context.Response.StatusCode = page.Status;
            await WriteAsync(context, page, words);
        }
    }

    private static async Task WriteAsync(HttpContext context, TroublePage page, PageWords words)
    {
        var isPage = context.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);
        // The response would have been a file.
        context.Response.Headers.ContentDisposition = default;
        if (page.Retries)
            context.Response.Headers.RetryAfter = RetryAfter;
        context.Response.ContentType = $"{(isPage ? MediaTypeNames.Text.Html : MediaTypeNames.Text.Plain)}; charset=utf-8";
        await context.Response.WriteAsync(isPage ? page.Html(words, context.Request) : words[page.Text]);
    }
}
