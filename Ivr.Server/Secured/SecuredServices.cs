using System.Net.Mime;
using Ivr.Server.Configuration;
using Ivr.Server.Secured.Accounts;
using Ivr.Server.Secured.Assets;
using Ivr.Server.Secured.Attempts;
using Ivr.Server.Secured.Corrections;
using Ivr.Server.Secured.Emergencies;
using Ivr.Server.Secured.Exports;
using Ivr.Server.Secured.History;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Live;
using Ivr.Server.Secured.Operator;
using Ivr.Server.Secured.Phones;
using Ivr.Server.Secured.SavedClients;
using Ivr.Server.Secured.Today;
using Ivr.Server.Secured.Trouble;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Secured;

/// <summary>Registers and maps the pages: <c>/company</c> for approved companies, <c>/operator</c> for the operator.</summary>
internal static class SecuredServices
{
    private static readonly PathString[] Areas = ["/company", "/operator"];

    // What programs ask for: their errors have no page.
    private static readonly PathString[] ForPrograms = ["/voice", "/health"];

    public static IServiceCollection AddSecured(this IServiceCollection services, string connectionString, bool isDevelopment)
    {
        var source = new SecuredSource(connectionString);
        services.AddSingleton(_ => source);
        services.AddChecked<ReplicaOptions>(ReplicaOptions.Section);
        services.AddSingleton<ReplicaSource>();
        services.AddSingleton<CompanyShares>();
        services.AddSingleton<CompanyDb>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<OperatorLogins>();
        services.AddSingleton<SignInRoom>();
        services.AddSingleton<SignInDesk>();
        services.AddScheme(isDevelopment);
        services.AddAntiforgery(options =>
        {
            options.Cookie = SecuredCookie.Named("form", isDevelopment);
            options.FormFieldName = "form";
            // The service would send SAMEORIGIN; the policy of the pages is stricter.
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddHsts(options => options.MaxAge = TimeSpan.FromDays(365));
        services.AddHttpContextAccessor();
        services.AddScoped<PageWords>();
        services.AddRazorPages(options => options.RootDirectory = "/Secured").ConfigureApplicationPartManager(AddOwnPages);
        services.AddSingleton<WaitingEntries>();
        services.AddSingleton<TodayQuery>();
        services.AddSingleton<HistoryQuery>();
        services.AddScoped<Export>();
        services.AddSingleton<EntryDesk>();
        services.AddSingleton<EmergencyQuery>();
        services.AddSingleton<TriedUserNumbers>();
        services.AddSingleton<AttemptsQuery>();
        services.AddSingleton<PhoneDesk>();
        services.AddSingleton<SavedClientDesk>();
        services.AddSingleton<OperatorQuery>();
        services.AddLive();
        return services;
    }

    /// <summary>Maps the pages. Their headers and error pages also apply to paths without a page, for browsers.</summary>
    public static void MapSecured(this WebApplication app)
    {
        app.UseWhen(
            context => IsUnder(Areas, context.Request) || (IsForPeople(context.Request) && !IsUnder(ForPrograms, context.Request)),
            pages =>
            {
                pages.UseForwardedHeaders(app.Services.GetRequiredService<IOptions<SecuredOptions>>().Value.ForwardedAddresses());
                if (!app.Environment.IsDevelopment())
                    pages.Use(BehindTls).UseHsts();
                pages.UseMiddleware<SecuredHeaders>();
                pages.UseMiddleware<PageTrouble>();
                pages.Use(ReadOrSend);
                pages.UseAssets();
            });
        // After the middleware above, so that redirected requests get the same headers.
        app.UseAuthentication();
        app.UseAuthorization();
        LiveStream.Map(app);
        Export.Map(app);
        app.MapRazorPages();
    }

    private static void AddLive(this IServiceCollection services)
    {
        services.AddChecked<SecuredOptions>(SecuredOptions.Section);
        services.AddSingleton<LiveQuery>();
        services.AddSingleton<LiveRooms>();
        services.AddSingleton<LiveSessions>();
        services.AddHostedService(provider => provider.GetRequiredService<LiveSessions>());
        services.AddSingleton<LiveStream>();
        services.AddHostedService<LiveListener>();
    }

    // The framework finds the pages of the program that was started. In tests, this program is not that one.
    private static void AddOwnPages(ApplicationPartManager manager)
    {
        var own = typeof(SecuredServices).Assembly;
        if (manager.ApplicationParts.OfType<AssemblyPart>().Any(part => part.Assembly == own))
            return;
        foreach (var part in ApplicationPartFactory.GetApplicationPartFactory(own).GetApplicationParts(own))
            manager.ApplicationParts.Add(part);
    }

    private static bool IsUnder(PathString[] paths, HttpRequest request) =>
        paths.Any(path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static bool IsForPeople(HttpRequest request) =>
        request.Path == "/" || request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);

    // Pages are read, and forms are sent. For any other method, a page would answer without its handler.
    private static Task ReadOrSend(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        return Task.CompletedTask;
    }

    // TLS ends before this server, as for webhooks. The browser uses HTTPS, and the cookies are set accordingly.
    private static Task BehindTls(HttpContext context, RequestDelegate next)
    {
        context.Request.IsHttps = true;
        return next(context);
    }
}
