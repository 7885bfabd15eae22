using System.CommandLine;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;

namespace Ivr.Server.Commands;

/// <summary><c>migrate</c>: brings the database up to this server.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command("migrate", "Applies the scripts of the sql folder that the database lacks.") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(parsed => RunAsync(parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(IReadOnlyList<string> settings) => Failures.ToldAsync(async () =>
    {
        await using var source = DatabaseServices.CreateSource(VoiceServer.RequireConnectionString(Settings.ForCommand(settings)));
        var applied = await new Migrator(source, Migration.All).MigrateAsync();
        Console.WriteLine(applied.Count == 0 ? "Nothing to do: the database is up to date." : $"Applied {string.Join(", ", applied)}.");
    });
}
