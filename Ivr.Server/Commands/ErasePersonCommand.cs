using System.CommandLine;
using Ivr.Server.Database;
using Ivr.Server.People.Persons;

namespace Ivr.Server.Commands;

/// <summary>
/// Command <c>erase-person worker LOGIN | client USER_NUMBER --dry-run|--yes</c>: erases a person's data, except the data that the law
/// requires to be kept.
/// </summary>
internal static class ErasePersonCommand
{
    public static Command Create()
    {
        var command = new Command("erase-person", "Erases what is held of a person, but for what the law wants kept; it cannot be undone.");
        foreach (var kind in PersonKind.All)
            command.Add(Create(kind));
        return command;
    }

    private static Command Create(PersonKind kind)
    {
        var number = new Argument<string>(kind.Number.ToUpperInvariant());
        var dryRun = new Option<bool>("--dry-run") { Description = "Only tells what would be erased." };
        var yes = new Option<bool>("--yes") { Description = "Erases." };
        var command = new Command(kind.Name, $"A {kind.Name}, by {kind.Number}.") { number, dryRun, yes };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(
            kind, parsed.GetRequiredValue(number), parsed.GetValue(dryRun), parsed.GetValue(yes), parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(PersonKind kind, string number, bool isDryRun, bool isSure, IReadOnlyList<string> settings) =>
        Failures.RunAndReportAsync(async () =>
        {
            if (isDryRun == isSure)
                throw new PrivacyException("Nothing was erased: give --dry-run to see what would be, or --yes to erase it.");
            await using var source = DatabaseServices.CreateSource(DatabaseServices.RequireDirect(Settings.ForCommand(settings)));
            var (id, erased) = await new PersonDesk(source).EraseAsync(kind, number, isDryRun);

            foreach (var (table, rows) in erased)
                Console.WriteLine($"{table.Table}: {rows} {(isDryRun ? "to erase" : "erased")}{(table.Keep == "" ? "" : $"; {table.Keep}")}");
            Console.WriteLine(isDryRun ? "Nothing was erased: this was a dry run." : Audit(kind, id, erased));
        });

    // The operator keeps this line as proof of the erasure. The row id identifies nobody after the row is gone.
    private static string Audit(PersonKind kind, long id, IReadOnlyList<(PersonTable Table, int Rows)> erased)
    {
        var rows = string.Join(", ", erased.Select(each => $"{each.Table.Table} {each.Rows}"));
        return $"AUDIT {TimeProvider.System.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ} erase-person {kind.Name} row {id}: {rows}";
    }
}
