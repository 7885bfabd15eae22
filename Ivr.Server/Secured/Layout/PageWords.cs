using Ivr.Server.Secured.Accounts;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.Layout;

/// <summary>A page's words in the language of who reads it: the one that was chosen, or the browser's, or Dutch.</summary>
internal sealed class PageWords(IHttpContextAccessor accessor, IHostEnvironment environment)
{
    private Language? _language;

    /// <summary>The language.</summary>
    public Language Language => _language ??= Choose(accessor.HttpContext!.Request);

    /// <summary>Words in that language.</summary>
    public string this[Wording words] => words.In(Language);

    /// <summary>Remembers a choice for a year.</summary>
    public void Remember(HttpContext context, Language language)
    {
        var cookie = Cookie().Build(context);
        cookie.MaxAge = TimeSpan.FromDays(365);
        context.Response.Cookies.Append(Cookie().Name!, language.Code(), cookie);
    }

    private Language Choose(HttpRequest request)
    {
        if (LanguageCodes.TryRead(request.Cookies[Cookie().Name!], out var chosen))
            return chosen;
        foreach (var wanted in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            if (LanguageCodes.TryRead(wanted.Value.ToString().Split('-')[0], out var language))
                return language;
        }

        return Language.Nl;
    }

    private CookieBuilder Cookie() => SecuredCookie.Named("language", environment.IsDevelopment());
}
