using System.CommandLine;
using Ivr.Server.Configuration;
using Ivr.Server.Database;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace Ivr.Server.Commands;

/// <summary>Command <c>import companies|workers|clients|saved-clients FILE.csv</c>.</summary>
internal static class ImportCommand
{
    // An option of all kinds, so that a script can put it before the kind of file.
    private static readonly Option<bool> AllowWrongCheckDigits = new("--allow-wrong-check-digits")
    {
        Description = "Also imports clients whose user numbers have wrong check digits.", Recursive = true,
    };

    public static Command Create()
    {
        var command = new Command("import", "Brings a CSV file into the database, all of it or nothing; rows that exist are updated.") { AllowWrongCheckDigits };
        foreach (var table in CsvTables.All)
            command.Add(Create(table));
        return command;
    }

    private static Command Create(CsvTable table)
    {
        var file = new Argument<FileInfo>("FILE.csv") { Description = $"UTF-8; commas, semicolons or tabs; header: {table.Header}" };
        var command = new Command(table.Name, $"Imports {table.Name}.") { file };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(
            table == CsvTables.Clients && parsed.GetValue(AllowWrongCheckDigits) ? CsvTables.ClientsWithAnyCheckDigits : table,
            parsed.GetRequiredValue(file),
            parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(CsvTable table, FileInfo file, IReadOnlyList<string> settings) => Failures.RunAndReportAsync(async () =>
    {
        var configuration = Settings.ForCommand(settings);
        await using var source = DatabaseServices.CreateSource(DatabaseServices.RequireDirect(configuration));
        Func<IReadOnlyList<string>, IReadOnlyList<string>>? hash = table.Columns.Any(column => column.IsSecret)
            ? new PasswordHash(Options.Create(PasswordOptionsOf(configuration))).CreateAll
            : null;
        await using var stream = file.OpenRead();

        var rows = await OperatorConsole.Console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn(), new SpinnerColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(Markup.Escape(file.Name), maxValue: Math.Max(1, stream.Length));
                return new CsvImporter(source, hash).ImportAsync(table, file.Name, stream, new Bar(bar));
            });
        Console.WriteLine($"{rows} {(rows == 1 ? table.Singular : table.Name)} imported from {file.Name}.");
    });

    private static PasswordOptions PasswordOptionsOf(IConfiguration configuration) =>
        configuration.GetChecked(PasswordOptions.Section, new MinimumIterations(Settings.EnvironmentOf(configuration)));

    private sealed class Bar(ProgressTask task) : IProgress<long>
    {
        public void Report(long value) => task.Value = value;
    }
}
