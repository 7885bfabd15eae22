using Dapper;
using Ivr.Server.Database.Migrations;
using Npgsql;

namespace Ivr.Server.Database.Rights;

/// <summary>
/// Grants the server's role the rights of <see cref="ServerRights"/>, and its role for company pages the rights of
/// <see cref="CompanyRights"/>. Checks that they have no other rights.
/// </summary>
/// <remarks>
/// Roles belong to the whole cluster and have passwords, so an administrator creates them, not a script of the sql folder.
/// </remarks>
internal sealed class ServerRole(NpgsqlDataSource source)
{
    /// <summary>
    /// Revokes the earlier rights of the roles and grants the rights of this server, completely or not at all. <paramref name="role"/> is
    /// the server's role, without quotation marks.
    /// </summary>
    /// <returns>
    /// Statements that an administrator must run to revoke what every role may do (see <see cref="PublicFunctions"/>); empty when there are
    /// none.
    /// </returns>
    /// <exception cref="MigrationException">The role does not exist, or it has more rights than that; nothing was changed.</exception>
    public async Task<IReadOnlyList<string>> GrantAsync(string role)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // Two nodes that grant at the same time would update the same rows of the catalogue.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@AdvisoryLock)", new { Migrator.AdvisoryLock }, commandTimeout: 0);
        await RefuseAsync(connection, role);
        var company = new CompanyRole(connection, role);
        await company.PrepareAsync();
        await connection.ExecuteAsync(await StatementsAsync(connection, role, ServerRights.Each()));
        await connection.ExecuteAsync(await SequencesAsync(connection, role));
        await connection.ExecuteAsync(await SeesAllRowsAsync(connection, role));
        await connection.ExecuteAsync(await StatementsAsync(connection, company.Name, CompanyRights.Each()));
        await GrantFunctionsAsync(connection, role, ServerRights.Functions);
        await GrantFunctionsAsync(connection, company.Name, CompanyRights.Functions);
        var administrators = await PublicFunctions.RevokeAsync(connection, role);
        await RefuseMoreAsync(connection, role, ServerRights.Each(), but: company.Name);
        await RefuseMoreAsync(connection, company.Name, CompanyRights.Each());
        await transaction.CommitAsync();
        return administrators;
    }

    private static async Task RefuseAsync(NpgsqlConnection connection, string role)
    {
        const string sql = """
            select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                           where nspname = current_schema() and pg_has_role(pg_roles.oid, relowner, 'member'))
            from pg_roles where rolname = @role
            """;
        switch (await connection.QuerySingleOrDefaultAsync<bool?>(sql, new { role }))
        {
            case null:
                throw new MigrationException($"There is no role '{role}': make it first, with CREATE ROLE ... LOGIN.");
            case true:
                throw new MigrationException(
                    $"Role '{role}' owns the tables, or may act for who does: the server needs a role of its own that may do less.");
        }
    }

    private static async Task<string> StatementsAsync(NpgsqlConnection connection, string role, IEnumerable<Right> rights)
    {
        const string sql = "select quote_ident(@role), quote_ident(current_schema()), quote_ident(current_database())";
        var (name, schema, database) = await connection.QuerySingleAsync<(string Role, string Schema, string Database)>(sql, new { role });
        return string.Join(";\n",
        [
            $"revoke all on all tables in schema {schema} from {name}",
            $"revoke all on all sequences in schema {schema} from {name}",
            $"revoke all on schema {schema} from {name}",
            // A temporary table hides the real table of the same name, and PostgreSQL lets everybody create temporary tables by default.
            $"revoke temporary on database {database} from public, {name}",
            $"grant usage on schema {schema} to {name}",
            .. rights.Select(right => $"grant {right.Privilege} {Columns(right)} on {right.On} to {name}"),
        ]);
    }

    private static async Task GrantFunctionsAsync(NpgsqlConnection connection, string role, IReadOnlyList<string> functions)
    {
        foreach (var function in functions)
            await connection.ExecuteAsync($"grant execute on function {function} to {await QuotedAsync(connection, role)}");
    }

    private static Task<string> QuotedAsync(NpgsqlConnection connection, string role) =>
        connection.QuerySingleAsync<string>("select quote_ident(@role)", new { role })!;

    private static Task<string> SequencesAsync(NpgsqlConnection connection, string role) => connection.QuerySingleAsync<string>(
        "select string_agg(format('grant usage on sequence %I to %I', sequence, @role), ';') from unnest(@sequences) as sequence",
        new { sequences = ServerRights.Sequences.ToArray(), role })!;

    // Calls come from workers of all companies. Row-level security hides the rows from every other role, unless a policy shows them.
    private static async Task<string> SeesAllRowsAsync(NpgsqlConnection connection, string role)
    {
        const string sql = """
            select format('drop policy if exists %1$I on %2$I; create policy %1$I on %2$I to %1$I using (true) with check (true)', @role, relname)
            from pg_class
            where relnamespace = current_schema()::regnamespace and relrowsecurity and relname = any (@tables)
            """;
        var tables = ServerRights.Tables.Select(table => table.Table).ToArray();
        return string.Join(";\n", await connection.QueryAsync<string>(sql, new { role, tables }));
    }

    private static string Columns(Right right) => right.Column == "" ? "" : $"({right.Column})";

    // The rights that the role has itself, through PUBLIC, or through a role that it is a member of, whether it inherits those rights or
    // must switch to that role first.
    private static async Task RefuseMoreAsync(NpgsqlConnection connection, string role, IEnumerable<Right> rights, string? but = null)
    {
        const string sql = """
            with its as (
                select oid, rolname from pg_roles where pg_has_role(@role, oid, 'MEMBER') and rolname is distinct from @but
            ), relation as (
                select pg_class.oid, relname
                from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                where nspname = current_schema() and relkind in ('r', 'p', 'v', 'm', 'f')
            )
            select privilege, relname::text as "on", attname::text as "column"
            from its
            cross join relation
            join pg_attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
            cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) as privilege
            where has_column_privilege(its.oid, relation.oid, attnum, privilege)
            union
            select privilege, relname::text, ''
            from its cross join relation cross join unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) as privilege
            where has_table_privilege(its.oid, relation.oid, privilege)
            union
            select 'CREATE', 'schema ' || current_schema(), '' from its where has_schema_privilege(its.oid, current_schema(), 'CREATE')
            union
            select privilege, 'database ' || current_database(), ''
            from its cross join unnest(array['CREATE', 'TEMPORARY']) as privilege
            where has_database_privilege(its.oid, current_database(), privilege)
            union
            select attribute, '', ''
            from pg_roles
            cross join lateral (values ('SUPERUSER', rolsuper), ('CREATEDB', rolcreatedb), ('CREATEROLE', rolcreaterole),
                                       ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)) as has (attribute, it)
            where rolname in (select rolname from its) and it
            """;
        var more = (await connection.QueryAsync<Right>(sql, new { role, but })).Except(rights).ToList();
        if (more.Count > 0)
        {
            throw new MigrationException(
                $"Role '{role}' could do more than the server needs: {string.Join(", ", more.Take(5))}{(more.Count > 5 ? " ..." : "")}. "
                + "Take that from the role, from PUBLIC, and from the roles it is a member of.");
        }
    }
}
