using Ivr.Server.CallTrace;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Emergency;
using Ivr.Server.Nodes;
using Ivr.Server.Privacy;
using Ivr.Server.Recording;
using Ivr.Server.Secured;
using Ivr.Server.Telemetry;
using Ivr.Server.Voice;
using Ivr.Server.Voice.Settings;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Ivr.Server;

/// <summary>Puts the server together.</summary>
public static class VoiceServer
{
    /// <summary>A builder with the server's configuration: appsettings beside the program, environment, arguments.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args) =>
        WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });

    /// <summary>The server, ready to run.</summary>
    /// <exception cref="OptionsValidationException">The configuration is wrong; the message names the key.</exception>
    public static WebApplication Build(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(RequestLimits.Apply);
        ListenAddresses.Check(builder.Configuration);
        var database = RequireConnectionString(builder.Configuration);
        builder.Services.AddTelemetry();
        builder.Services.AddDatabase(database);
        builder.Services.AddEmergency();
        builder.Services.AddVoice();
        builder.Services.AddCallTrace();
        builder.Services.AddNode();
        builder.Services.AddRecording();
        builder.Services.AddSecured(database, builder.Environment.IsDevelopment());
        builder.Services.AddSingleton<IPostConfigureOptions<LoggerFilterOptions>, UnloggedUrls>();
        builder.Services.AddProblemDetails();
        builder.Services.AddHealthChecks().AddCheck<DatabaseReady>("postgresql");

        var app = builder.Build();
        // Read now, so that a mistake stops the start and not the first call; all sections together, before anything is opened.
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        app.Services.GetRequiredService<Lines>();
        app.Services.GetRequiredService<Voices>();
        app.Services.GetRequiredService<HelpDesk>();
        BrusselsTime.DateOf(DateTimeOffset.UnixEpoch);

        app.MapVoice().MapTelemetry().MapCallTrace().MapRecording(app.Services);
        app.MapSecured();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        return app;
    }

    /// <summary>The connection string from configuration.</summary>
    /// <exception cref="OptionsValidationException">There is none.</exception>
    public static string RequireConnectionString(IConfiguration configuration) =>
        configuration.GetConnectionString(DatabaseServices.ConnectionName) is { Length: > 0 } connectionString
            ? connectionString
            : throw new OptionsValidationException(
                DatabaseServices.ConnectionName,
                typeof(string),
                ["ConnectionStrings:Ivr is missing. Only in Development does the server start a PostgreSQL of its own."]);
}
