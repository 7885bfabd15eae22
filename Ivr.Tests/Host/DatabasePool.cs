using System.Collections.Concurrent;
using Dapper;
using Ivr.Server.Development;
using Npgsql;

namespace Ivr.Tests.Host;

/// <summary>
/// A pool of databases that are copies of one template. Creating a copy takes longer than most tests, so a returned database is cleared and
/// used again when nobody is connected to it. A database with changed tables or rights, or one that has grown, is dropped.
/// </summary>
internal sealed class DatabasePool
{
    private const long MaxBytes = 4L << 20;

    // Changes with every definition and every right, and with nothing else: PostgreSQL keeps the empty schemas of temporary tables.
    private const string Fingerprint = """
        select string_agg(concat_ws(' ', rows, transactions, oids), ',') from (
            select count(*) as rows, sum(xmin::text::bigint) as transactions, sum(oid::bigint) as oids from pg_class
            union all select count(*), sum(xmin::text::bigint), sum(attrelid::bigint * attnum) from pg_attribute
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_proc
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_constraint
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_trigger
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_policy
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_namespace where nspname !~ '^pg_(toast_)?temp_'
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_extension
            union all select count(*), sum(xmin::text::bigint), sum(oid::bigint) from pg_default_acl
            union all select count(*), sum(xmin::text::bigint), sum(setrole::bigint) from pg_db_role_setting
                      where setdatabase = (select oid from pg_database where datname = current_database())
        ) as catalogs
        """;

    private const string UsedTables = """
        select oid::regclass::text as name, pg_relation_size(oid) as bytes
        from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and pg_relation_size(oid) > 0
        """;

    private const string Sequences = """
        select coalesce(string_agg(format('setval(%L, %s, %L)', format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value),
                                          last_value is not null), ', '), 'null')
        from pg_sequences
        """;

    private const string Others =
        $"from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> '{TestDatabase.Looking}'";

    private const string EndOthers =
        $"select coalesce(bool_and(pg_terminate_backend(pid, case state when 'idle' then 0 else 10000 end)), true) {Others}";

    private const string AllIdle = $"select coalesce(bool_and(state = 'idle'), true) {Others}";

    private static readonly string[] OfServers = ["data_protection_key", "emergency_node", "node", "schema_migration"];

    private readonly PostgresCluster _cluster;
    private readonly string _template;
    private readonly string _fingerprint;
    private readonly string _sequences;
    private readonly Dictionary<string, TableRows> _rows;
    private readonly ConcurrentBag<PooledDatabase> _cleared = [];
    private int _names;

    private DatabasePool(PostgresCluster cluster, string template, string fingerprint, string sequences, Dictionary<string, TableRows> rows) =>
        (_cluster, _template, _fingerprint, _sequences, _rows) = (cluster, template, fingerprint, sequences, rows);

    /// <summary>Makes a pool for a template that no longer changes.</summary>
    public static async Task<DatabasePool> OfAsync(PostgresCluster cluster, string template)
    {
        await using var source = Source(cluster, template);
        await using var connection = await source.OpenConnectionAsync();
        Dictionary<string, TableRows> rows = [];
        foreach (var (table, _) in await connection.QueryAsync<(string Name, long Bytes)>(UsedTables))
        {
            var digest = await connection.QuerySingleAsync<string>(Digest(table));
            using var text = await connection.BeginTextExportAsync($"copy {table} to stdout");
            rows[table] = new(digest, await text.ReadToEndAsync());
        }

        return new(
            cluster, template, await connection.QuerySingleAsync<string>(Fingerprint), await connection.QuerySingleAsync<string>(Sequences), rows);
    }

    /// <summary>Takes a database with the contents of the template.</summary>
    public async Task<PooledDatabase> TakeAsync()
    {
        if (_cleared.TryTake(out var cleared))
            return cleared;
        var name = await CreateAsync(_template);
        return new(name, Source(_cluster, name));
    }

    /// <summary>Creates a copy of <paramref name="template"/> that is never used again, and returns its name.</summary>
    public async Task<string> CreateAsync(string template)
    {
        var name = $"test_{Interlocked.Increment(ref _names)}";
        // Copying the files is faster than writing all of them to the WAL.
        await AdminAsync($"create database {name} template {template} strategy file_copy");
        return name;
    }

    /// <summary>
    /// Restores the contents of the template while a server uses the database. The rows that the server wrote at its start are kept.
    /// Returns false if that is impossible.
    /// </summary>
    public Task<bool> TryClearAsync(PooledDatabase database) => TryClearAsync(database.Source, isServed: true);

    /// <summary>Returns a database that is no longer needed.</summary>
    public async Task ReturnAsync(PooledDatabase database)
    {
        if (await TryClearAsync(database.Source, isServed: false))
        {
            _cleared.Add(database);
            return;
        }

        await database.Source.DisposeAsync();
        await AdminAsync($"drop database if exists {database.Name} with (force)");
    }

    private static NpgsqlDataSource Source(PostgresCluster cluster, string database) => TestDatabase.CreateLooking(cluster.ConnectionString(database));

    private async Task AdminAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_cluster.ConnectionString("postgres"));
        await connection.ExecuteAsync(sql, commandTimeout: 300);
    }

    // The server writes about itself and the trace of calls now and then. A statement that it gave up on may write for longer.
    private static async Task<bool> BecomesIdleAsync(NpgsqlConnection connection)
    {
        for (var tries = 1; !await connection.QuerySingleAsync<bool>(AllIdle); tries++)
        {
            if (tries == 10)
                return false;
            await Task.Delay(20);
        }

        return true;
    }

    private static string Digest(string table) => $"select md5(string_agg(one::text, ' ' order by one::text)) from {table} as one";

    // Finds the tables whose rows are not those of the template.
    private async Task<IEnumerable<string>> ChangedAsync(NpgsqlConnection connection, IEnumerable<string> tables)
    {
        var looks = tables.Select(table => _rows.TryGetValue(table, out var rows)
            ? $"select '{table}' where ({Digest(table)}) is distinct from '{rows.Digest}'"
            : $"select '{table}' where exists (select from {table})");
        return await connection.QueryAsync<string>(string.Join(" union all ", looks.DefaultIfEmpty("select '' where false")));
    }

    // Clears each table in its own transaction with one table lock, so that a server that still writes its trace may wait for this but
    // cannot deadlock with it. No trigger fires, and no foreign key is checked.
    private async Task ClearAsync(NpgsqlConnection connection, string table)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync($"set local session_replication_role = replica; lock table {table} in share row exclusive mode; delete from {table}");
        if (_rows.TryGetValue(table, out var rows))
        {
            await using var text = await connection.BeginTextImportAsync($"copy {table} from stdin");
            await text.WriteAsync(rows.Text);
        }

        await transaction.CommitAsync();
    }

    private async Task<bool> TryClearAsync(NpgsqlDataSource source, bool isServed)
    {
        try
        {
            // A test may have broken the open connections of this source.
            await using var connection = await TestDatabase.OpenAsync(source);
            if (isServed ? !await BecomesIdleAsync(connection) : !await connection.QuerySingleAsync<bool>(EndOthers))
                return false;
            await using var looks = await connection.QueryMultipleAsync($"{Fingerprint}; {UsedTables}");
            if (await looks.ReadSingleAsync<string>() != _fingerprint)
                return false;
            var used = (await looks.ReadAsync<(string Name, long Bytes)>()).ToList();
            if (used.Sum(table => table.Bytes) > MaxBytes)
                return false;

            foreach (var table in await ChangedAsync(connection, used.Select(table => table.Name).Except(isServed ? OfServers : [])))
                await ClearAsync(connection, table);
            // While a server uses the database, sequences are not reset: a number that the server took must not be given out again.
            await connection.ExecuteAsync($"select {(isServed ? "null" : _sequences)}, pg_stat_reset()");
            return true;
        }
        catch (NpgsqlException)
        {
            // A test may have closed or renamed the database, or left a statement that cannot be terminated.
            return false;
        }
    }

    // The rows of a table as text for COPY, and a digest to compare them.
    private sealed record TableRows(string Digest, string Text);
}

/// <summary>A database of the pool. <c>Source</c> has connections of the database's owner, which stay open between tests.</summary>
internal sealed record PooledDatabase(string Name, NpgsqlDataSource Source);
