using System.Buffers;
using System.Text;
using Dapper;
using Ivr.Tests.Faults.Calling;
using Ivr.Tests.Faults.Cluster;
using Ivr.Tests.Host;

namespace Ivr.Tests.Faults.Checking;

/// <summary>Searches for the callers' passwords in every file that the servers wrote and in every table.</summary>
internal static class PasswordScan
{
    private const string TablesSql = """
        select table_name::text
        from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'
        order by table_name
        """;

    // As keyed, in groups, and in Base64 and hexadecimal. Twelve bytes are a multiple of three, so their Base64 text does not depend on
    // what follows.
    private static readonly SearchValues<string> Passwords = SearchValues.Create(
        [
            Traffic.PasswordStem,
            DigitGroups.Groups(Traffic.PasswordStem),
            Convert.ToBase64String(Encoding.ASCII.GetBytes(Traffic.PasswordStem)),
            Convert.ToHexStringLower(Encoding.ASCII.GetBytes(Traffic.PasswordStem)),
        ],
        StringComparison.Ordinal);

    /// <summary>Returns each line that contains a password, after the name of its file.</summary>
    public static async Task<IReadOnlyList<string>> FindInFilesAsync(IEnumerable<string> files)
    {
        var found = new List<string>();
        foreach (var file in files)
        {
            // A server may have the file open.
            using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.AsSpan().ContainsAny(Passwords))
                    found.Add($"{Path.GetFileName(file)}: {line}");
            }
        }

        return found;
    }

    /// <summary>Returns each row that contains a password, after the name of its table.</summary>
    public static async Task<IReadOnlyList<string>> FindInTablesAsync(PostgresNode database)
    {
        var found = new List<string>();
        await using var connection = await database.OpenAsync();
        foreach (var table in await connection.QueryAsync<string>(TablesSql))
        {
            var rows = connection.Query<string>($"select row_to_json({table})::text from {table}", buffered: false);
            found.AddRange(rows.Where(row => row.AsSpan().ContainsAny(Passwords)).Select(row => $"{table}: {row}"));
        }

        return found;
    }
}
