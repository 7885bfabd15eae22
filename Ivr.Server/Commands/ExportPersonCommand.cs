using System.CommandLine;
using Ivr.Server.Database;
using Ivr.Server.People.Persons;

namespace Ivr.Server.Commands;

/// <summary>
/// Command <c>export-person worker LOGIN | client USER_NUMBER [--output FILE]</c>: writes all stored data of one person as JSON.
/// </summary>
internal static class ExportPersonCommand
{
    public static Command Create()
    {
        var command = new Command("export-person", "Writes down as JSON all that is held of a person, without secrets.");
        foreach (var kind in PersonKind.All)
            command.Add(Create(kind));
        return command;
    }

    private static Command Create(PersonKind kind)
    {
        var number = new Argument<string>(kind.Number.ToUpperInvariant());
        var output = new Option<string?>("--output")
        {
            HelpName = "FILE",
            Description = "A new file that only its owner may read; standard output otherwise.",
        };
        var command = new Command(kind.Name, $"A {kind.Name}, by {kind.Number}.") { number, output };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(parsed => RunAsync(kind, parsed.GetRequiredValue(number), parsed.GetValue(output), parsed.UnmatchedTokens));
        return command;
    }

    private static Task<int> RunAsync(PersonKind kind, string number, string? output, IReadOnlyList<string> settings) =>
        Failures.RunAndReportAsync(async () =>
        {
            await using var source = DatabaseServices.CreateSource(DatabaseServices.RequireDirect(Settings.ForCommand(settings)));
            var tables = await new PersonDesk(source).ExportAsync(kind, number);
            await using var stream = output is null ? Console.OpenStandardOutput() : PersonFile.Create(output);
            PersonFile.Write(stream, kind, TimeProvider.System.GetUtcNow(), tables);
            Console.WriteLine(output is null ? "" : $"Exported to {output}.");
        });
}
