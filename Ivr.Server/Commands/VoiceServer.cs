using Ivr.Server.CallTrace;
using Ivr.Server.CallTrace.Recording;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Emergency;
using Ivr.Server.Emergency.KeyRing;
using Ivr.Server.Monitoring;
using Ivr.Server.Secured;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Commands;

/// <summary>Puts the server together.</summary>
internal static class VoiceServer
{
    // The configuration is read and checked at start, once. Watching its files would be of no use, and a start on a machine whose watches
    // are used up (fs.inotify.max_user_instances) would fail.
    private const string NoWatching = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>A builder with the server's configuration: appsettings beside the program, environment, arguments.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [NoWatching, .. args], ContentRootPath = AppContext.BaseDirectory });
        BriefConsole.Replace(builder.Services);
        return builder;
    }

    /// <summary>The server, ready to run.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong; it has all mistakes, and each names its key.</exception>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var mistakes = new Mistakes();
        builder.WebHost.ConfigureKestrel(RequestLimits.Apply);
        ListenAddresses.Check(builder.Configuration, mistakes);
        var database = mistakes.Read(() => DatabaseServices.Readable(DatabaseServices.RequireConnectionString(builder.Configuration))) ?? DatabaseServices.Nowhere;
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddDatabase(database);
        builder.Services.AddEmergency();
        builder.Services.AddKeyRing();
        builder.Services.AddVoice();
        builder.Services.AddCallTrace();
        builder.Services.AddNode();
        builder.Services.AddRecording();
        builder.Services.AddSecured(database, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, UnloggedUrls>();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealth();

        var app = builder.Build();
        // Read now, so that a mistake stops the start and not the first call; all sections together, before anything is opened.
        mistakes.Read(() => CheckOptions(app.Services));
        mistakes.Read(app.Services.GetRequiredService<Lines>);
        mistakes.Read(app.Services.GetRequiredService<Voices>);
        mistakes.Read(app.Services.GetRequiredService<HelpDesk>);
        mistakes.Throw();
        BrusselsTime.DateOf(DateTimeOffset.UnixEpoch);

        // From here webhooks go past all that is in the way to the pages.
        app.UseRouting();
        app.Services.GetRequiredService<VoiceEndpoints>().Map(app).MapTelemetry().MapCallTrace().MapRecording(app.Services);
        app.MapSecured();
        app.MapHealth();
        return app;
    }

    private static IServiceProvider CheckOptions(IServiceProvider services)
    {
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }
}
