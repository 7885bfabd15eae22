using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Partitions;
using Ivr.Server.Database.Rights;
using Ivr.Server.Development.PastCalls;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Secured.Home;
using Ivr.Server.Voice.Settings;

namespace Ivr.Server.Development;

/// <summary>The server as <c>./run</c> starts it: with a PostgreSQL of its own in the current folder, and demonstration data.</summary>
internal static class DevelopmentServer
{
    // Configuration key, set by "./run --reset" after it asked.
    private const string StartOverKey = "Demonstration:StartOver";

    /// <summary>True in Development when no database is configured.</summary>
    public static bool IsWanted(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && !DatabaseServices.IsConfigured(builder.Configuration);

    /// <summary>Runs until the server is stopped.</summary>
    public static async Task RunAsync(WebApplicationBuilder builder, Func<WebApplicationBuilder, WebApplication> build)
    {
        using var interruption = new Interruption();
        var folder = DataFolder.Here();
        await using var database = await EmbeddedDatabase.StartAsync(
            folder, Console.WriteLine, builder.Configuration.GetValue<bool>(StartOverKey));
        folder.FillIn(builder.Configuration);
        builder.Configuration.AddInMemoryCollection([new($"ConnectionStrings:{DatabaseServices.ConnectionName}", database.ServerConnection)]);
        builder.Services.AddSingleton<TimeProvider>(new DemonstrationClock(DemonstrationFiles.ClockFile(folder)));
        builder.Services.AddSingleton<CallLines>();
        await using var app = build(builder);
        var accounts = new DemonstrationAccounts(folder);
        await using (var owner = DatabaseServices.CreateSource(database.OwnerConnection))
            await PrepareAsync(owner, accounts, app.Services);

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
        var welcome = new Welcome(app.Urls.First(), builder.Configuration[HomeModel.PhoneKey], lines, accounts, database.Psql);
        welcome.Print(OperatorConsole.Console);
        files.Leave(welcome);
        await app.WaitForShutdownAsync();
    }

    private static async Task PrepareAsync(Npgsql.NpgsqlDataSource owner, DemonstrationAccounts accounts, IServiceProvider services)
    {
        var (hash, now) = (services.GetRequiredService<PasswordHash>(), TimeProvider.System.GetUtcNow());
        Console.WriteLine("Preparing the database ...");
        await new Migrator(owner, Migration.All).MigrateAsync();
        // One month more than usual: the history begins last month, or on the last days of the month before.
        await new PrestationPartitions(owner).MakeAsync(CallHistory.FirstDay(now), PrestationPartitions.CustomaryMonths + 1);
        await new ServerRole(owner).GrantAsync(EmbeddedDatabase.ServerRole);
        await DemonstrationData.FillAsync(owner, hash);
        await accounts.AddAsync(owner, hash);
        if (await CallHistory.MakeAsync(owner, services.GetRequiredService<Lines>(), now))
            Console.WriteLine("Four weeks of demonstration calls are made.");
        Console.WriteLine("Starting the server ...");
    }
}
