using Dapper;
using Ivr.Server.Database.Migrations;
using Npgsql;

namespace Ivr.Server.Database.Rights;

/// <summary>Gives a role what <see cref="ServerRights"/> says, and sees to it that this is all it may do.</summary>
/// <remarks>Roles belong to the whole cluster and have passwords, so an administrator makes them, not a script of the sql folder.</remarks>
public sealed class ServerRole(NpgsqlDataSource source)
{
    /// <summary>Takes away what the role was given before and gives it the rights of this server, all or nothing.</summary>
    /// <param name="role">Its name, as it is, without quotation marks.</param>
    /// <exception cref="MigrationException">There is no such role, or it could do more than that; nothing was changed.</exception>
    public async Task GrantAsync(string role)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        // Two nodes that grant at the same moment would update the same rows of the catalogue.
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@AdvisoryLock)", new { Migrator.AdvisoryLock }, commandTimeout: 0);
        await RefuseAsync(connection, role);
        await connection.ExecuteAsync(await StatementsAsync(connection, role));
        await RefuseMoreAsync(connection, role);
        await transaction.CommitAsync();
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

    private static async Task<string> StatementsAsync(NpgsqlConnection connection, string role)
    {
        const string sql = "select quote_ident(@role), quote_ident(current_schema()), quote_ident(current_database())";
        var (name, schema, database) = await connection.QuerySingleAsync<(string Role, string Schema, string Database)>(sql, new { role });
        return string.Join(";\n",
        [
            $"revoke all on all tables in schema {schema} from {name}",
            $"revoke all on all sequences in schema {schema} from {name}",
            $"revoke all on schema {schema} from {name}",
            // A temporary table goes before the real one of its name, and PostgreSQL lets everybody make some.
            $"revoke temporary on database {database} from public, {name}",
            $"grant usage on schema {schema} to {name}",
            $"grant usage on sequence {ServerRights.Sequence} to {name}",
            .. ServerRights.Each().Select(right => $"grant {right.Privilege} {Columns(right)} on {right.On} to {name}"),
        ]);
    }

    private static string Columns(Right right) => right.Column == "" ? "" : $"({right.Column})";

    // What the role has by itself, through PUBLIC, or through a role that it is a member of.
    private static async Task RefuseMoreAsync(NpgsqlConnection connection, string role)
    {
        const string sql = """
            with relation as (
                select pg_class.oid, relname
                from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                where nspname = current_schema() and relkind in ('r', 'p', 'v', 'm', 'f')
            )
            select privilege, relname::text as "on", attname::text as "column"
            from relation
            join pg_attribute on attrelid = relation.oid and attnum > 0 and not attisdropped
            cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) as privilege
            where has_column_privilege(@role, relation.oid, attnum, privilege)
            union all
            select privilege, relname::text, ''
            from relation cross join unnest(array['DELETE', 'TRUNCATE', 'TRIGGER']) as privilege
            where has_table_privilege(@role, relation.oid, privilege)
            union all
            select 'CREATE', 'schema ' || current_schema(), '' where has_schema_privilege(@role, current_schema(), 'CREATE')
            union all
            select privilege, 'database ' || current_database(), ''
            from unnest(array['CREATE', 'TEMPORARY']) as privilege
            where has_database_privilege(@role, current_database(), privilege)
            union all
            select attribute, '', ''
            from pg_roles
            cross join lateral (values ('SUPERUSER', rolsuper), ('CREATEDB', rolcreatedb), ('CREATEROLE', rolcreaterole),
                                       ('REPLICATION', rolreplication), ('BYPASSRLS', rolbypassrls)) as has (attribute, it)
            where rolname = @role and it
            """;
        var more = (await connection.QueryAsync<Right>(sql, new { role })).Except(ServerRights.Each()).ToList();
        if (more.Count > 0)
        {
            throw new MigrationException(
                $"Role '{role}' could do more than the server needs: {string.Join(", ", more.Take(5))}{(more.Count > 5 ? " ..." : "")}. "
                + "Take that from the role, from PUBLIC, and from the roles it is a member of.");
        }
    }
}
