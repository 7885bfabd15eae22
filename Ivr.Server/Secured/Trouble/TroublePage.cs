using System.Net;
using Ivr.Server.Secured.Assets;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Words;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.Trouble;

/// <summary>
/// A page that says what went wrong and where to go on. It is plain text with links, because the session, the database or the keys that
/// other pages need may be the reason. <c>Retries</c>: a script loads the page again until it works.
/// </summary>
internal sealed record TroublePage(int Status, Wording Title, Wording Text, bool Retries = false)
{
    public static TroublePage Away { get; } =
        new(StatusCodes.Status503ServiceUnavailable, TroubleWords.AwayTitle, TroubleWords.Away, Retries: true);

    public static TroublePage Failed { get; } =
        new(StatusCodes.Status500InternalServerError, TroubleWords.FailedTitle, TroubleWords.Failed);

    private static readonly TroublePage[] All =
    [
        new(StatusCodes.Status400BadRequest, TroubleWords.TooOldTitle, TroubleWords.TooOld),
        new(StatusCodes.Status403Forbidden, TroubleWords.ForbiddenTitle, TroubleWords.Forbidden),
        new(StatusCodes.Status404NotFound, TroubleWords.NotThereTitle, TroubleWords.NotThere),
        Failed,
        Away,
    ];

    /// <summary>The page of a status; null when the status says nothing is wrong.</summary>
    public static TroublePage? Of(int status) => Array.Find(All, page => page.Status == status);

    /// <summary>The page as HTML, in response to <paramref name="request"/>.</summary>
    public string Html(PageWords words, HttpRequest request)
    {
        var root = WebUtility.HtmlEncode($"{request.PathBase}/");
        var home = root + (request.Path.StartsWithSegments("/operator", StringComparison.OrdinalIgnoreCase) ? "operator" : "company");
        var script = Retries ? $"""<script src="{root}{AssetFiles.PathOf("retry.js")}" type="module"></script>""" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="{words.Language.Code()}">
            <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>{In(Title)} – {In(CommonWords.Product)}</title>
                <link rel="icon" type="image/svg+xml" href="{root}{AssetFiles.PathOf("icon.svg")}">
                <link rel="stylesheet" href="{root}{AssetFiles.PathOf("theme.css")}">
                <link rel="stylesheet" href="{root}{AssetFiles.PathOf("pages.css")}">
                {script}
            </head>
            <body>
                <header class="top"><div class="bar"><p class="brand"><img src="{root}{AssetFiles.PathOf("icon.svg")}" alt="" width="28" height="28"> {In(CommonWords.Product)}</p></div></header>
                <main id="content">
                    <section class="narrow card" id="trouble">
                        <h1>{In(Title)}</h1>
                        <p class="lead gap">{In(Text)}</p>
                        <p class="actions"><a class="quiet" href="{home}">{In(TroubleWords.Home)}</a></p>
                    </section>
                </main>
            </body>
            </html>

            """;

        string In(Wording wording) => WebUtility.HtmlEncode(words[wording]);
    }
}
