using System.Reflection;
using Dapper;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.People.Import;
using Npgsql;

namespace Ivr.Server.Development;

/// <summary>Made-up companies, workers in four languages and clients in three regions, for trying out the line.</summary>
internal static class DemonstrationData
{
    private const string ResourcePrefix = "demonstration/";

    /// <summary>
    /// Fills a database that has no client, and does nothing for any other database. Clients are imported last, so their presence means
    /// that the import was complete.
    /// </summary>
    public static async Task FillAsync(NpgsqlDataSource source, PasswordHash passwords)
    {
        await using (var connection = await source.OpenConnectionAsync())
        {
            if (await connection.ExecuteScalarAsync<bool>("select exists (select from client)"))
                return;
        }

        var importer = new CsvImporter(source, passwords.CreateAll);
        foreach (var table in CsvTables.People)
        {
            await using var stream = Open(table.Name);
            await importer.ImportAsync(table, $"{table.Name}.csv", stream);
        }
    }

    /// <summary>The codes of all companies.</summary>
    public static IEnumerable<string> Companies() => Rows("companies").Select(fields => fields[0]);

    /// <summary>The active workers.</summary>
    public static IEnumerable<(string Login, string Password, string CompanyCode, string Language)> Logins() =>
        from fields in Rows("workers")
        where fields[5] == "true"
        select (fields[0], fields[1], fields[2], fields[4]);

    /// <summary>User numbers and regions of active clients.</summary>
    public static IEnumerable<(string UserNumber, string Region)> Clients() =>
        from fields in Rows("clients")
        where fields[5] == "true"
        select (fields[0], fields[2]);

    private static IEnumerable<string[]> Rows(string name)
    {
        var errors = new CsvErrors(name);
        using var stream = Open(name);
        foreach (var row in new CsvRows(CsvTables.People.Single(table => table.Name == name), errors).Read(stream))
            yield return row.Fields;
    }

    /// <summary>Opens one of the embedded CSV files: <c>companies</c>, <c>workers</c> or <c>clients</c>.</summary>
    public static Stream Open(string name) =>
        Assembly.GetExecutingAssembly().GetManifestResourceStream($"{ResourcePrefix}{name}.csv")!;
}
