using System.CommandLine;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Partitions;
using Ivr.Server.Database.Rights;
using Ivr.Server.Development;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;

namespace Ivr.Server.Commands;

/// <summary>Command <c>serve</c>: runs the server that answers calls.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        // Unknown arguments are configuration: --Urls, --ConnectionStrings:Ivr ...
        var command = new Command("serve", "Answers calls (the default).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(parsed => RunAsync([.. parsed.UnmatchedTokens]));
        return command;
    }

    public static Task<int> RunAsync(string[] args) => Failures.RunAndReportAsync(async () =>
    {
        Settings.RefuseStray(args);
        var builder = VoiceServer.CreateBuilder(args);
        ServiceManager.Add(builder.Services);
        if (!builder.Environment.IsDevelopment() || Settings.HasConnectionString(builder.Configuration))
        {
            await using var server = VoiceServer.Build(builder);
            await StartAsync(server);
            await server.WaitForShutdownAsync();
            return;
        }

        await ServeWithOwnDatabaseAsync(builder);
    });

    private static async Task ServeWithOwnDatabaseAsync(WebApplicationBuilder builder)
    {
        using var interruption = new Interruption();
        var folder = DataFolder.Here();
        await using var database = await EmbeddedDatabase.StartAsync(folder, Console.WriteLine);
        Settings.FillIn(builder.Configuration, folder);
        Settings.UseDatabase(builder.Configuration, database.ServerConnection);
        builder.Services.AddSingleton<TimeProvider>(new DemonstrationClock(DemonstrationFiles.ClockFile(folder)));
        await using var app = VoiceServer.Build(builder);
        var accounts = new DemonstrationAccounts(folder);
        await using (var owner = DatabaseServices.CreateSource(database.OwnerConnection))
        {
            await new Migrator(owner, Migration.All).MigrateAsync();
            await new PrestationPartitions(owner).MakeAsync(BrusselsTime.DateOf(TimeProvider.System.GetUtcNow()), PrestationPartitions.CustomaryMonths);
            await new ServerRole(owner).GrantAsync(EmbeddedDatabase.ServerRole);
            await DemonstrationData.FillAsync(owner, app.Services.GetRequiredService<PasswordHash>());
            await accounts.AddAsync(owner, app.Services.GetRequiredService<PasswordHash>());
        }

        if (interruption.IsRequested)
            return;
        await StartAsync(app);
        if (interruption.IsRequested)
        {
            await app.StopAsync();
            return;
        }

        var lines = app.Services.GetRequiredService<Lines>();
        using var notes = new DemonstrationFiles(folder, app.Urls.First(), lines);
        Welcome.Print(app.Urls.First(), lines, database.Psql, builder.Configuration[Welcome.PhoneKey], accounts);
        await app.WaitForShutdownAsync();
    }

    // The background services have already started when the port turns out to be in use. Without StopAsync before the dispose, they would
    // log their end as an error with a long stack trace.
    private static async Task StartAsync(WebApplication server)
    {
        try
        {
            await server.StartAsync();
        }
        catch
        {
            await server.StopAsync();
            throw;
        }
    }
}
