using System.Data;
using Dapper;
using Npgsql;

namespace Ivr.Server.People.Persons;

/// <summary>Answers persons who request their data or its erasure (GDPR, articles 15 and 17).</summary>
internal sealed class PersonDesk(NpgsqlDataSource source)
{
    // No timeout: no webhook waits for this, and a row that a call has locked is free again soon.
    private const int Patience = 0;

    /// <summary>All stored data of a person at one moment: the rows of each table as JSON.</summary>
    /// <exception cref="PrivacyException">No person has this number.</exception>
    public async Task<IReadOnlyList<(string Table, IReadOnlyList<string> Rows)>> ExportAsync(PersonKind kind, string number)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead);
        var person = new { Id = await FindAsync(connection, kind, number), Number = number };
        var tables = new List<(string Table, IReadOnlyList<string> Rows)>();
        foreach (var table in kind.Tables)
        {
            var hidden = string.Concat(table.Hidden.Select(column => $" - '{column}'"));
            var rows = await connection.QueryAsync<string>(
                $"select (to_jsonb({table.Table}){hidden})::text from {table.Table} where {table.IsTheirs} order by ctid",
                person, transaction, commandTimeout: Patience);
            tables.Add((table.Table, [.. rows]));
        }

        return tables;
    }

    /// <summary>
    /// Erases the data of a person that may be erased, completely or not at all. It is idempotent. A dry run only finds out what would be
    /// erased. <paramref name="number"/> is the login or the user number.
    /// </summary>
    /// <returns>The id of the person's row, and the number of erased rows in each table.</returns>
    /// <exception cref="PrivacyException">No person has this number.</exception>
    public async Task<(long Id, IReadOnlyList<(PersonTable Table, int Rows)> Erased)> EraseAsync(PersonKind kind, string number, bool isDryRun)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var person = new { Id = await FindAsync(connection, kind, number), Number = number };
        var erased = new List<(PersonTable, int)>();
        foreach (var table in kind.Tables.Where(table => table.Erase is not null))
        {
            erased.Add((table, await connection.ExecuteAsync(
                $"{table.Erase} where ({table.IsTheirs}) and {table.IsNotErased}", person, transaction, commandTimeout: Patience)));
        }

        // A dry run executes the same statements, to find out whether they work, and rolls them back.
        if (!isDryRun)
            await transaction.CommitAsync();
        return (person.Id, erased);
    }

    private static async Task<long> FindAsync(NpgsqlConnection connection, PersonKind kind, string number) =>
        await connection.QuerySingleOrDefaultAsync<long?>($"select id from {kind.Name} where {kind.Number} = @number", new { number })
        ?? throw new PrivacyException($"No {kind.Name} has this {kind.Number}.");
}
