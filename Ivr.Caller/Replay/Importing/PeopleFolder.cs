using System.Globalization;
using CsvHelper;
using Ivr.Caller.Scripts.Model;

namespace Ivr.Caller.Replay.Importing;

/// <summary>Reads the standard test data: companies.csv, workers.csv and clients.csv in a folder, in the columns of the import.</summary>
internal static class PeopleFolder
{
    public const string Default = "Ivr.Tests/CallScripts/people";

    /// <summary>Reads all three files.</summary>
    /// <exception cref="UsageException">A file does not exist, or lacks a column.</exception>
    public static async Task<People> ReadAsync(string folder) => new(
        await ReadAsync(
            folder, "companies", "--people", csv => new CompanyRow { CompanyCode = csv.GetField("company_code")!, Name = csv.GetField("name")! }),
        await WorkersAsync(folder, "--people"),
        await ClientsAsync(folder, "--people"));

    /// <summary>Reads workers.csv. <paramref name="option"/> is the option that names the folder, for error messages.</summary>
    /// <exception cref="UsageException">The file does not exist, or lacks a column.</exception>
    public static Task<List<WorkerRow>> WorkersAsync(string folder, string option) =>
        ReadAsync(folder, "workers", option, csv => new WorkerRow
        {
            Login = csv.GetField("login")!,
            Password = csv.GetField("password")!,
            CompanyCode = csv.GetField("company_code")!,
            Name = csv.GetField("name")!,
            Language = csv.GetField("language")!,
            Active = csv.GetField<bool>("active"),
            AppBlocked = csv.TryGetField<bool>("app_blocked", out var blocked) && blocked,
        });

    /// <summary>Reads clients.csv. <paramref name="option"/> is the option that names the folder, for error messages.</summary>
    /// <exception cref="UsageException">The file does not exist, or lacks a column.</exception>
    public static Task<List<ClientRow>> ClientsAsync(string folder, string option) =>
        ReadAsync(folder, "clients", option, csv => new ClientRow
        {
            UserNumber = csv.GetField("user_number")!,
            Name = csv.GetField("name")!,
            Region = csv.GetField("region")!,
            Phone = csv.GetField("phone") is { Length: > 0 } phone ? phone : null,
            Language = csv.GetField("language")!,
            Active = csv.GetField<bool>("active"),
        });

    /// <summary>
    /// Reads only the user numbers of active clients from clients.csv, because there may be ten million clients. <paramref name="option"/>
    /// is the option that names the folder, for error messages.
    /// </summary>
    /// <exception cref="UsageException">The file does not exist, lacks a column, or a user number is not a number.</exception>
    public static async Task<List<long>> UserNumbersAsync(string folder, string option)
    {
        List<long> numbers = [];
        await EachAsync(folder, "clients", option, csv =>
        {
            var number = csv.GetField<long>("user_number");
            if (csv.GetField<bool>("active"))
                numbers.Add(number);
        });
        return numbers;
    }

    private static async Task<List<T>> ReadAsync<T>(string folder, string name, string option, Func<CsvReader, T> read)
    {
        List<T> rows = [];
        await EachAsync(folder, name, option, csv => rows.Add(read(csv)));
        return rows;
    }

    private static async Task EachAsync(string folder, string name, string option, Action<CsvReader> read)
    {
        var path = Path.Combine(folder, $"{name}.csv");
        try
        {
            using var csv = new CsvReader(new StreamReader(path), CultureInfo.InvariantCulture);
            await csv.ReadAsync();
            csv.ReadHeader();
            while (await csv.ReadAsync())
                read(csv);
        }
        catch (IOException missing)
        {
            throw new UsageException($"The standard test data are not there: {missing.Message} Name their folder with {option}.");
        }
        catch (CsvHelperException wrong)
        {
            // The message of the exception shows the row, and a row can contain a password.
            throw new UsageException($"{path}:{wrong.Context?.Parser?.Row}: this row, or the header, is not as the import needs it.");
        }
    }
}
