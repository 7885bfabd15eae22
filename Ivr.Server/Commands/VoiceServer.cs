using Ivr.Server.CallTrace;
using Ivr.Server.CallTrace.Recording;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Development;
using Ivr.Server.Emergency;
using Ivr.Server.Emergency.KeyRing;
using Ivr.Server.Monitoring;
using Ivr.Server.Secured;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Commands;

/// <summary>Builds the web application from the configuration.</summary>
internal static class VoiceServer
{
    // The configuration is read and checked once, at start. Watching its files has no use, and the start would fail on a machine that has
    // no inotify instance left (fs.inotify.max_user_instances).
    private const string NoWatching = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>
    /// Creates a builder with the server's configuration: appsettings files beside the program, environment variables,
    /// arguments, without the white space around values.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = [NoWatching, .. args], ContentRootPath = AppContext.BaseDirectory });
        TrimmedValues.Apply(builder.Configuration);
        BriefConsole.Replace(builder.Services);
        return builder;
    }

    /// <summary>Builds the server; it is ready to run.</summary>
    /// <exception cref="OptionsValidationException">
    /// The configuration is wrong. The exception lists all mistakes, and each names its key.
    /// </exception>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        var mistakes = new Mistakes();
        ListenAddresses.SetDefault(builder.Configuration);
        builder.Services.AddChecked<ConnectionOptions>(ConnectionOptions.Section);
        builder.Services.AddOptions<KestrelServerOptions>().Configure<IOptions<ConnectionOptions>>(RequestLimits.Apply);
        ListenAddresses.Check(builder.Configuration, mistakes);
        var database = mistakes.Read(() => DatabaseServices.Readable(DatabaseServices.RequireConnectionString(builder.Configuration))) ?? DatabaseServices.Nowhere;
        var isPooled = DatabaseServices.IsPooled(builder.Configuration);
        var direct = !isPooled ? database
            : mistakes.Read(() => DatabaseServices.RequireDirect(builder.Configuration)) ?? DatabaseServices.Nowhere;
        mistakes.Read(() => DatabaseServices.ForReading(builder.Configuration) ?? "");
        var pathBase = mistakes.Read(() => PathPrefix.Read(builder.Configuration));
        builder.Services.AddTelemetry(builder.Configuration);
        builder.Services.AddDatabase(database, isPooled);
        builder.Services.AddEmergency();
        builder.Services.AddKeyRing();
        builder.Services.AddVoice();
        builder.Services.AddCallTrace();
        builder.Services.AddNode();
        builder.Services.AddRecording();
        builder.Services.AddSecured(direct, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, UnloggedContent>();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealth();

        var app = builder.Build();
        // Options are read now, so that a mistake stops the start and not the first call. All sections are read before anything is opened.
        mistakes.Read(() => CheckOptions(app.Services));
        mistakes.Read(app.Services.GetRequiredService<Lines>);
        mistakes.Read(app.Services.GetRequiredService<Voices>);
        mistakes.Read(app.Services.GetRequiredService<HelpDesk>);
        mistakes.Throw();
        BrusselsTime.DateOf(DateTimeOffset.UnixEpoch);

        app.UseHostHeaderCheck();
        app.UsePathBase(pathBase);
        // Routing comes next: the webhook endpoints short-circuit here and skip the middleware of the pages below.
        app.UseRouting();
        app.Services.GetRequiredService<VoiceEndpoints>().Map(app).MapTelemetry().MapCallTrace().MapCallLines(app.Services).MapRecording(app.Services);
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
