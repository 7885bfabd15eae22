using System.CommandLine;
using Ivr.Server.Database;
using Ivr.Server.Database.Migrations;
using Ivr.Server.Database.Rights;

namespace Ivr.Server.Commands;

/// <summary>Command <c>migrate [--grant-to ROLE]</c>: applies the missing migrations and creates the missing partitions.</summary>
internal static class MigrateCommand
{
    public static Command Create()
    {
        var role = new Option<string?>("--grant-to")
        {
            HelpName = "ROLE",
            Description = "Then lets this role do what the server needs, and no more: the role that the server connects as.",
        };
        var command = new Command("migrate", "Applies the scripts of the sql folder that the database lacks.") { role };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(parsed.GetValue(role), parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(string? role, IReadOnlyList<string> settings) => Failures.RunAndReportAsync(async () =>
    {
        await using var source = DatabaseServices.CreateSource(DatabaseServices.RequireDirect(Settings.ForCommand(settings)));
        var applied = await new Migrator(source, Migration.All).MigrateAsync();
        Console.WriteLine(applied.Count == 0 ? "Nothing to do: the database is up to date." : $"Applied {string.Join(", ", applied)}.");
        await PartitionsCommand.MakeAsync(source);
        if (role is null)
            return;
        if (await new ServerRole(source).GrantAsync(role) is { Count: > 0 } administrators)
        {
            Console.WriteLine(
                "An administrator should take from all roles what fills the disk with data that no table shows: " + string.Join("; ", administrators) + ";");
        }

        Console.WriteLine($"Role '{role}' may do what the server needs, and nothing else.");
    });
}
