using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Ivr.Caller.Calls;
using Ivr.Caller.Commands.Common;
using Ivr.Caller.Load;

namespace Ivr.Caller.Commands.Load;

/// <summary>Generates people for a load, in files for the server's import.</summary>
internal static class MakeDataCommand
{
    private const int MaxWorkers = 10_000_000;
    private const int MaxClients = 100_000_000;

    public static Command Create(Terminal terminal)
    {
        var workers = Count("--workers", "How many workers.", 1000, MaxWorkers);
        var clients = Count("--clients", "How many clients.", 100_000, MaxClients);
        var folder = new Option<string>("--folder") { Description = "Where companies.csv, workers.csv and clients.csv go.", Required = true };
        var command = new Command("make-data", "Makes people up, in files that the server's import takes.") { workers, clients, folder };
        command.SetAction((parsed, cancellationToken) => MakeAsync(
            Path.GetFullPath(parsed.GetRequiredValue(folder), terminal.Directory),
            parsed.GetRequiredValue(workers),
            parsed.GetRequiredValue(clients),
            terminal,
            cancellationToken));
        return command;
    }

    private static async Task<int> MakeAsync(string folder, int workers, int clients, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync("companies", MadeUpPeople.Companies(workers));
            await WriteAsync("workers", MadeUpPeople.Workers(workers));
            await WriteAsync("clients", MadeUpPeople.Clients(clients));
            await terminal.Out.WriteLineAsync($"{workers} workers and {clients} clients are in {folder}: import companies.csv, workers.csv, clients.csv, in this order.");
            return ExitCode.Done;
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"{folder} cannot be written: {failed.Message}");
            return ExitCode.WrongUsage;
        }

        Task WriteAsync(string name, IEnumerable<string> lines) => File.WriteAllLinesAsync(Path.Combine(folder, $"{name}.csv"), lines, cancellationToken);
    }

    private static Option<int> Count(string name, string description, int usual, int most) => new(name)
    {
        Description = description,
        DefaultValueFactory = _ => usual,
        CustomParser = (ArgumentResult result) =>
        {
            var written = result.Tokens[0].Value;
            if (int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most)
                return count;
            result.AddError($"{name} {written}: write a number from 1 to {most}.");
            return usual;
        },
    };
}
