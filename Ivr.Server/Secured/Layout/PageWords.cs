using Ivr.Server.Secured.Accounts;
using Ivr.Server.Words;
using Ivr.StateMachine;

namespace Ivr.Server.Secured.Layout;

/// <summary>Texts of a page in the user's language: the chosen one, or the browser's, or Dutch.</summary>
internal sealed class PageWords(IHttpContextAccessor accessor, IHostEnvironment environment)
{
    private Language? _language;

    public Language Language => _language ??= Choose(accessor.HttpContext!.Request);

    public string this[Wording words] => words.In(Language);

    /// <summary>Stores the chosen language in a cookie for a year.</summary>
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
