using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Partitions;
using Ivr.Server.Database.Rights;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Voice.Settings;
using Ivr.Server.Words;

namespace Ivr.Server.Development;

/// <summary>The server as <c>./run</c> starts it: with a PostgreSQL of its own in the current folder, and demonstration data.</summary>
internal static class DevelopmentServer
{
    /// <summary>True in Development when no database is configured.</summary>
    public static bool IsWanted(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && !DatabaseServices.IsConfigured(builder.Configuration);

    /// <summary>Runs until the server is stopped.</summary>
    public static async Task RunAsync(WebApplicationBuilder builder, Func<WebApplicationBuilder, WebApplication> build)
    {
        using var interruption = new Interruption();
        var folder = DataFolder.Here();
        await using var database = await EmbeddedDatabase.StartAsync(folder, Console.WriteLine);
        folder.FillIn(builder.Configuration);
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{DatabaseServices.ConnectionName}", database.ServerConnection)]);
        builder.Services.AddSingleton<TimeProvider>(new DemonstrationClock(DemonstrationFiles.ClockFile(folder)));
        await using var app = build(builder);
        var accounts = new DemonstrationAccounts(folder);
        await using (var owner = DatabaseServices.CreateSource(database.OwnerConnection))
            await PrepareAsync(owner, accounts, app.Services.GetRequiredService<PasswordHash>());

        if (interruption.IsRequested)
            return;
        await app.StartOrStopAsync();
        if (interruption.IsRequested)
        {
            await app.StopAsync();
            return;
        }

        var lines = app.Services.GetRequiredService<Lines>();
        using var files = new DemonstrationFiles(folder, app.Urls.First(), lines);
        Welcome.Print(app.Urls.First(), lines, database.Psql, builder.Configuration[Welcome.PhoneKey], accounts);
        await app.WaitForShutdownAsync();
    }

    private static async Task PrepareAsync(Npgsql.NpgsqlDataSource owner, DemonstrationAccounts accounts, PasswordHash hash)
    {
        await new Migrator(owner, Migration.All).MigrateAsync();
        await new PrestationPartitions(owner).MakeAsync(BrusselsTime.DateOf(TimeProvider.System.GetUtcNow()), PrestationPartitions.CustomaryMonths);
        await new ServerRole(owner).GrantAsync(EmbeddedDatabase.ServerRole);
        await DemonstrationData.FillAsync(owner, hash);
        await accounts.AddAsync(owner, hash);
    }
}
