using System.Data;
using Dapper;
using Npgsql;

namespace Ivr.Server.People.Persons;

/// <summary>Answers people who ask what is held of them, or want it erased (GDPR, articles 15 and 17).</summary>
internal sealed class PersonDesk(NpgsqlDataSource source)
{
    // No webhook waits for this; a row that a call holds right now is free again in a moment.
    private const int Patience = 0;

    /// <summary>All that is held of a person, as of one moment: the rows of each table as JSON.</summary>
    /// <exception cref="PrivacyException">Nobody has this number.</exception>
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

    /// <summary>Erases what may be erased of a person, all of it or nothing. A second time there is nothing left to do.</summary>
    /// <param name="kind">Worker or client.</param>
    /// <param name="number">Login or user number.</param>
    /// <param name="isDryRun">Whether it is only to be found out what would be done.</param>
    /// <returns>Whose row it is, and how many rows of each table were erased.</returns>
    /// <exception cref="PrivacyException">Nobody has this number.</exception>
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

        // A dry run does the same, so that it finds out whether it works, and takes it back.
        if (!isDryRun)
            await transaction.CommitAsync();
        return (person.Id, erased);
    }

    private static async Task<long> FindAsync(NpgsqlConnection connection, PersonKind kind, string number) =>
        await connection.QuerySingleOrDefaultAsync<long?>($"select id from {kind.Name} where {kind.Number} = @number", new { number })
        ?? throw new PrivacyException($"No {kind.Name} has this {kind.Number}.");
}
