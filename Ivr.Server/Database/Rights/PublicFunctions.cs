using Dapper;
using Npgsql;

namespace Ivr.Server.Database.Rights;

/// <summary>
/// Functions of PostgreSQL that every role may call and that the server does not need: large objects and messages in the write-ahead log
/// fill the disk with data that no table shows. Only the owner of the functions, a superuser, can revoke them from PUBLIC.
/// </summary>
internal static class PublicFunctions
{
    private static readonly string[] Names = ["lo_creat", "lo_create", "lo_from_bytea", "pg_logical_emit_message"];

    /// <summary>Revokes the functions in this database from the role and from PUBLIC, if the connection's user may.</summary>
    /// <returns>The statements that an administrator must run instead; empty when there are none.</returns>
    public static async Task<IReadOnlyList<string>> RevokeAsync(NpgsqlConnection connection, string role)
    {
        const string sql = """
            select format('revoke execute on function %s from public, %I', oid::regprocedure, @role) as statement, pg_has_role(proowner, 'USAGE') as may
            from pg_proc
            where pronamespace = 'pg_catalog'::regnamespace and proname = any (@Names) and has_function_privilege(@role, oid, 'EXECUTE')
            order by 1
            """;
        var revokes = (await connection.QueryAsync<(string Statement, bool May)>(sql, new { Names, role })).ToList();
        foreach (var (statement, may) in revokes)
        {
            if (may)
                await connection.ExecuteAsync(statement);
        }

        return [.. revokes.Where(revoke => !revoke.May).Select(revoke => revoke.Statement)];
    }
}
