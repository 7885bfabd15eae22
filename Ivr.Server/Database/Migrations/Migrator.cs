using Dapper;
using Npgsql;

namespace Ivr.Server.Database.Migrations;

/// <summary>Applies the scripts of <c>sql/</c> that a database lacks, in order, each in a transaction of its own.</summary>
internal sealed class Migrator(NpgsqlDataSource source, IReadOnlyList<Migration> migrations)
{
    // Any number works, as long as all nodes use the same.
    internal const long AdvisoryLock = 980_0800_355_30;

    /// <summary>Applies the missing scripts, one node at a time, and returns their names.</summary>
    /// <exception cref="MigrationException">
    /// A script changed after it was applied (then nothing is applied), or PostgreSQL refused a script.
    /// </exception>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellation = default)
    {
        await using var connection = await source.OpenConnectionAsync(cancellation);
        // Another node holds the lock as long as its scripts take. The lock timeout is meant for webhooks only.
        await connection.ExecuteAsync("set lock_timeout = 0");
        await connection.ExecuteAsync("select pg_advisory_lock(@AdvisoryLock)", new { AdvisoryLock }, commandTimeout: 0);
        await connection.ExecuteAsync("reset lock_timeout");
        try
        {
            var applied = await ReadAppliedAsync(connection);
            RefuseChanged(applied);
            var missing = migrations.Where(migration => IsMissing(migration, applied)).ToList();
            foreach (var migration in missing)
                await ApplyAsync(connection, migration, cancellation);
            return [.. missing.Select(migration => migration.Name)];
        }
        finally
        {
            await connection.ExecuteAsync("select pg_advisory_unlock(@AdvisoryLock)", new { AdvisoryLock });
        }
    }

    private static async Task<Dictionary<string, string>> ReadAppliedAsync(NpgsqlConnection connection)
    {
        if (await connection.ExecuteScalarAsync<string?>("select to_regclass('schema_migration')::text") is null)
            return [];
        var rows = await connection.QueryAsync<(string Name, string Checksum)>("select name, checksum from schema_migration");
        return rows.ToDictionary(row => row.Name, row => row.Checksum);
    }

    private static bool IsMissing(Migration migration, Dictionary<string, string> applied) =>
        !applied.TryGetValue(migration.Name, out var checksum) || (migration.Version is null && checksum != migration.Checksum);

    private void RefuseChanged(Dictionary<string, string> applied)
    {
        foreach (var migration in migrations)
        {
            if (migration.Version is not null && applied.TryGetValue(migration.Name, out var checksum) && checksum != migration.Checksum)
            {
                throw new MigrationException(
                    $"sql/{migration.Name} has changed since it was applied to this database. "
                    + "Put the old text back and write the change as a new script.");
            }
        }
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellation)
    {
        const string note = """
            insert into schema_migration (name, version, checksum) values (@Name, @Version, @Checksum)
            on conflict (name) do update set checksum = excluded.checksum, applied_at = now()
            """;
        // Functions with the rights of their owner keep this path (set search_path from current): their names are those of this schema, and a
        // temporary table cannot replace one.
        const string path = "select set_config('search_path', quote_ident(current_schema()) || ', pg_temp', true)";
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        try
        {
            await connection.ExecuteAsync(path, transaction: transaction);
            await connection.ExecuteAsync(migration.Sql, transaction: transaction, commandTimeout: 0);
            await connection.ExecuteAsync(note, migration, transaction);
            await transaction.CommitAsync(cancellation);
        }
        catch (PostgresException e)
        {
            throw new MigrationException($"sql/{migration.Name} was refused by PostgreSQL: {e.MessageText}", e);
        }
    }
}

/// <summary>The database cannot be brought to the state that this server needs. The message says why.</summary>
internal sealed class MigrationException(string message, Exception? inner = null) : Exception(message, inner);
