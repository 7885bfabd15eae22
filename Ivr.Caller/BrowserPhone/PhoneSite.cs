using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ivr.Caller.BrowserPhone;

/// <summary>Builds the browser phone: the page, its setup data, and one WebSocket for each call.</summary>
internal static class PhoneSite
{
    private const int MaxCalls = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // The files of the page, and nothing that holds the token of the setup.
    private static readonly string[] Compressed = ["text/html", "text/css", "text/javascript", "image/svg+xml"];

    /// <summary>Builds the site without starting it. It reads no configuration except the settings.</summary>
    public static WebApplication Build(PhoneSettings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentUpgradedConnections = MaxCalls;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddResponseCompression(compression => compression.MimeTypes = Compressed);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Patience);
        var app = builder.Build();
        app.Urls.Add(settings.Listen.GetLeftPart(UriPartial.Authority));

        var guard = new Guard();
        var switchboard = new Switchboard(settings);
        app.Use(Guard.CheckAsync);
        app.UseResponseCompression();
        app.UseWebSockets();
        foreach (var (path, file) in PageFiles.All)
            app.MapMethods(path, [HttpMethods.Get], (RequestDelegate)(context => SendAsync(context, file)));
        app.MapMethods("/setup", [HttpMethods.Get], (RequestDelegate)(context => SetupAsync(context, settings, guard)));
        app.Map("/call", (RequestDelegate)(context => CallAsync(context, switchboard, guard, app.Lifetime.ApplicationStopping)));
        return app;
    }

    private static async Task SendAsync(HttpContext context, PageFile file)
    {
        context.Response.ContentType = file.ContentType;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }

    private static async Task SetupAsync(HttpContext context, PhoneSettings settings, Guard guard) =>
        await context.Response.WriteAsJsonAsync(await Setup.ReadAsync(settings, guard.Token, context.RequestAborted), context.RequestAborted);

    private static async Task CallAsync(HttpContext context, Switchboard switchboard, Guard guard, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest || !guard.Admits(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await new CallSocket(socket, switchboard).RunAsync(stopping);
    }
}
