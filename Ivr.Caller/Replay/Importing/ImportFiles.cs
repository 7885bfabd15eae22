using System.Globalization;
using CsvHelper;

namespace Ivr.Caller.Replay.Importing;

/// <summary>
/// Writes people to files for the import. The files contain passwords, so only this user can read the folder, and it is deleted afterwards.
/// </summary>
internal sealed class ImportFiles : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("replay-").FullName;

    /// <summary>Writes the files, in the order in which they must be imported.</summary>
    /// <returns>The table and the path of each file. A file that would be empty is left out.</returns>
    public async Task<IReadOnlyList<(string Table, string Path)>> WriteAsync(People people)
    {
        List<(string Table, string Path)> files = [];
        await WriteAsync(files, "companies", ["company_code", "name"], people.Companies, row => [row.CompanyCode, row.Name]);
        await WriteAsync(
            files, "workers", ["login", "password", "company_code", "name", "language", "active", "app_blocked"], people.Workers,
            row => [row.Login, row.Password, row.CompanyCode, row.Name, row.Language, Word(row.Active), Word(row.AppBlocked)]);
        await WriteAsync(
            files, "clients", ["user_number", "name", "region", "phone", "language", "active"], people.Clients,
            row => [row.UserNumber, row.Name, row.Region, row.Phone ?? "", row.Language, Word(row.Active)]);
        return files;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task WriteAsync<T>(
        List<(string Table, string Path)> files, string table, string[] columns, IReadOnlyList<T> rows, Func<T, string[]> fields)
    {
        if (rows.Count == 0)
            return;
        var path = Path.Combine(_folder, $"{table}.csv");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var csv = new CsvWriter(new StreamWriter(path, options), CultureInfo.InvariantCulture);
        foreach (var line in rows.Select(fields).Prepend(columns))
        {
            foreach (var field in line)
                csv.WriteField(field);
            await csv.NextRecordAsync();
        }

        files.Add((table, path));
    }

    private static string Word(bool yes) => yes ? "true" : "false";
}
