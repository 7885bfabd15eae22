using Dapper;
using Ivr.Server.Logins.Hashing;
using Npgsql;
using NpgsqlTypes;

namespace Ivr.Server.People.Import;

/// <summary>
/// Imports a CSV file into the database, completely or not at all. The data source belongs to the database's owner. <c>hash</c> hashes at
/// most <see cref="PasswordHash.MaxAtOnce"/> passwords per call and runs on all cores in parallel; it is null when no file has passwords.
/// </summary>
/// <remarks>
/// COPY writes the rows to a temporary table. One statement moves them from there to their table. Memory use does not depend on the length
/// of the file.
/// </remarks>
internal sealed class CsvImporter(NpgsqlDataSource source, Func<IReadOnlyList<string>, IReadOnlyList<string>>? hash = null)
{
    // Enough rows to keep all cores busy with password hashes, few enough to keep in memory.
    private const int ChunkSize = 256;

    // No webhook waits for an import.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Imports a file and returns the number of imported rows. <paramref name="file"/> is the file's name for messages.
    /// <paramref name="progress"/> gets the number of bytes read from the stream.
    /// </summary>
    /// <exception cref="ImportException">The file is rejected; nothing was changed.</exception>
    public async Task<long> ImportAsync(CsvTable table, string file, Stream stream, IProgress<long>? progress = null)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // Another import may hold the locks. No webhook waits for this one, so it has no lock timeout.
        await connection.ExecuteAsync("set local lock_timeout = 0");
        await connection.ExecuteAsync($"""
            create temporary table incoming (line_no integer, {string.Join(", ", table.Columns.Select(column => $"{column.Name} text"))})
            on commit drop
            """);

        var errors = new CsvErrors(file);
        await CopyAsync(connection, new CsvRows(table, errors), errors, stream, progress);
        errors.Throw();
        await FindRepeatedAsync(connection, table, errors);
        await FindUnknownAsync(connection, table, errors);
        errors.Throw();

        var imported = await connection.ExecuteAsync(table.Upsert, commandTimeout: 0);
        await FindLeftOutAsync(connection, table, errors);
        errors.Throw();
        await transaction.CommitAsync();
        return imported;
    }

    private async Task CopyAsync(NpgsqlConnection connection, CsvRows rows, CsvErrors errors, Stream stream, IProgress<long>? progress)
    {
        using var chunks = rows.Read(stream).Chunk(ChunkSize).GetEnumerator();
        // The columns are known after the first row was read.
        if (!chunks.MoveNext())
        {
            progress?.Report(stream.Position);
            return;
        }

        await using var copy = await connection.BeginBinaryImportAsync(
            $"copy incoming (line_no, {string.Join(", ", rows.Columns.Select(column => column.Name))}) from stdin (format binary)");
        copy.Timeout = Patience;
        do
        {
            HashSecrets(rows.Columns, chunks.Current);
            foreach (var row in chunks.Current)
                await WriteAsync(copy, row);
            progress?.Report(stream.Position);
        }
        while (chunks.MoveNext());

        errors.Throw();
        await copy.CompleteAsync();
    }

    private void HashSecrets(IReadOnlyList<CsvColumn> columns, CsvRow[] rows)
    {
        for (var place = 0; place < columns.Count; place++)
        {
            if (columns[place].IsSecret)
                Parallel.ForEach(rows.Chunk(PasswordHash.MaxAtOnce), together => HashSecrets(place, together));
        }
    }

    private void HashSecrets(int place, CsvRow[] together)
    {
        foreach (var (row, hashed) in together.Zip(hash!([.. together.Select(row => row.Fields[place])])))
            row.Fields[place] = hashed;
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, CsvRow row)
    {
        await copy.StartRowAsync();
        await copy.WriteAsync(row.Line, NpgsqlDbType.Integer);
        foreach (var field in row.Fields)
            await copy.WriteAsync(field, NpgsqlDbType.Text);
    }

    private static async Task FindRepeatedAsync(NpgsqlConnection connection, CsvTable table, CsvErrors errors)
    {
        var key = table.Columns.Take(table.KeyLength).ToList();
        var and = string.Concat(key.SkipLast(1).Select(column => $" with this {column.Name}"));
        var repeated = await connection.QueryAsync<(int Line, int FirstLine, string Value)>(
            $"""
            select line_no, first_line, value
            from (select line_no, {key[^1].Name} as value,
                         min(line_no) over (partition by {string.Join(", ", key.Select(column => column.Name))}) as first_line
                  from incoming) as keyed
            where line_no > first_line
            order by line_no
            limit 20
            """,
            commandTimeout: 0);
        foreach (var (line, firstLine, value) in repeated)
            errors.Add(line, key.Count - 1, key[^1], value, $"stands{and} on line {firstLine} already");
    }

    private static async Task FindUnknownAsync(NpgsqlConnection connection, CsvTable table, CsvErrors errors)
    {
        if (table.UnknownValues is null)
            return;
        var unknown = await connection.QueryAsync<(int Line, string ColumnName, string Value)>(
            $"{table.UnknownValues} limit 20", commandTimeout: 0);
        foreach (var (line, columnName, value) in unknown)
            Add(errors, table, line, columnName, value, "is not known: import it first");
    }

    private static async Task FindLeftOutAsync(NpgsqlConnection connection, CsvTable table, CsvErrors errors)
    {
        if (table.LeftOut is null)
            return;
        var leftOut = await connection.QueryAsync<(int Line, string ColumnName, string Value, string What)>(
            $"{table.LeftOut} limit 20", commandTimeout: 0);
        foreach (var (line, columnName, value, what) in leftOut)
            Add(errors, table, line, columnName, value, what);
    }

    private static void Add(CsvErrors errors, CsvTable table, int line, string columnName, string value, string what)
    {
        var (column, place) = table.Columns.Select((column, place) => (column, place)).First(pair => pair.column.Name == columnName);
        errors.Add(line, place, column, value, what);
    }
}
