using System.Net.Mime;
using Ivr.Server.Database;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;

namespace Ivr.Server.Secured;

/// <summary>What somebody sees when a page cannot be made: plain words, and nothing of the inside.</summary>
internal sealed class PageTrouble(RequestDelegate next, ILogger<PageTrouble> log)
{
    /// <summary>Runs the page.</summary>
    public async Task InvokeAsync(HttpContext context, PageWords words)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to see anything.
        }
#pragma warning disable CA1031 // Whatever it is, it is told in words.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var isAway = Db.IsFault(failure);
            log.LogError(failure, "A page of the secured area could not be made");
            context.Response.StatusCode = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            context.Response.ContentType = $"{MediaTypeNames.Text.Plain}; charset=utf-8";
            await context.Response.WriteAsync(words[isAway ? CommonWords.Away : CommonWords.Trouble]);
        }
    }
}
