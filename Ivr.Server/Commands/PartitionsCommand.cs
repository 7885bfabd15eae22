using System.CommandLine;
using System.Globalization;
using Ivr.Server.Database;
using Ivr.Server.Database.Partitions;
using Ivr.Server.Words;
using Npgsql;

namespace Ivr.Server.Commands;

/// <summary>Command <c>partitions [--months N]</c>: creates the partitions of the coming months.</summary>
internal static class PartitionsCommand
{
    public static Command Create()
    {
        var months = new Option<int>("--months")
        {
            HelpName = "N",
            Description = $"How many months after this one, at most {PrestationPartitions.MaxMonths}.",
            DefaultValueFactory = _ => PrestationPartitions.CustomaryMonths,
        };
        months.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > PrestationPartitions.MaxMonths)
                result.AddError($"--months must be between 0 and {PrestationPartitions.MaxMonths}.");
        });
        var command = new Command("partitions", "Makes the partitions of this month's entries and of the months to come.") { months };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(parsed.GetValue(months), parsed.UnmatchedTokens));
        return command;
    }

    /// <summary>Creates the missing partitions, prints each, and returns their number.</summary>
    public static async Task<int> MakeAsync(NpgsqlDataSource source, int months = PrestationPartitions.CustomaryMonths)
    {
        var made = await new PrestationPartitions(source).MakeAsync(BrusselsTime.DateOf(TimeProvider.System.GetUtcNow()), months);
        foreach (var (month, moved) in made)
        {
            Console.WriteLine(
                $"Made the partition of {month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}{(moved == 0 ? "" : $", and moved {moved} entries there")}.");
        }

        return made.Count;
    }

    private static Task<int> RunAsync(int months, IReadOnlyList<string> settings) => Failures.RunAndReportAsync(async () =>
    {
        await using var source = DatabaseServices.CreateSource(DatabaseServices.RequireDirect(Settings.ForCommand(settings)));
        if (await MakeAsync(source, months) == 0)
            Console.WriteLine("Nothing to do: all partitions are there.");
    });
}
