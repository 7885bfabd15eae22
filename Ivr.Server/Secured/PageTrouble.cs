using System.Net.Mime;
using Ivr.Server.Database;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;

namespace Ivr.Server.Secured;

/// <summary>Writes a plain text when a page does not exist or fails, without internal details.</summary>
internal sealed class PageTrouble(RequestDelegate next, ILogger<PageTrouble> log)
{
    public async Task InvokeAsync(HttpContext context, PageWords words)
    {
        try
        {
            await next(context);
            if (Words(context.Response) is { } told)
                await WriteAsync(context, words[told]);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The browser has disconnected.
        }
#pragma warning disable CA1031 // Any failure becomes a text for the user.
        catch (Exception failure) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var isAway = Db.IsFault(failure);
            log.LogError(failure, "A page of the secured area could not be made");
            context.Response.StatusCode = isAway ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;
            await WriteAsync(context, words[isAway ? CommonWords.Away : CommonWords.Trouble]);
        }
    }

    // The text for responses that would be empty otherwise. A form is refused when its user signed in or out after its page was made.
    private static Wording? Words(HttpResponse response) => response switch
    {
        { HasStarted: true } => null,
        { StatusCode: StatusCodes.Status404NotFound } => CommonWords.NotThere,
        { StatusCode: StatusCodes.Status400BadRequest } => CommonWords.TooOld,
        _ => null,
    };

    private static Task WriteAsync(HttpContext context, string text)
    {
        context.Response.ContentType = $"{MediaTypeNames.Text.Plain}; charset=utf-8";
        return context.Response.WriteAsync(text);
    }
}
