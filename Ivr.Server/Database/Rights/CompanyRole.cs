using Dapper;
using Ivr.Server.Database.Migrations;
using Npgsql;

namespace Ivr.Server.Database.Rights;

/// <summary>
/// The role that the server switches to while it shows a company its pages (<c>SET LOCAL ROLE</c>). Nobody can log in as this role. The
/// server's role may switch to it, and has none of its rights before that. The connection is that of the user who runs
/// <c>migrate --grant-to</c>; <c>server</c> is the server's role.
/// </summary>
internal sealed class CompanyRole(NpgsqlConnection connection, string server)
{
    // Maximum length of a name in PostgreSQL.
    private const int LongestName = 63;

    public string Name { get; } = server + CompanyRights.Suffix;

    /// <summary>
    /// Creates the role when it is missing, lets the server's role switch to it, and prevents the server's role from inheriting its rights.
    /// </summary>
    /// <exception cref="MigrationException">
    /// The name is too long, or an administrator must do this; then the message has the statements.
    /// </exception>
    public async Task PrepareAsync()
    {
        if (Name.Length > LongestName)
            throw new MigrationException($"Role '{server}' has too long a name: '{Name}' would not fit.");
        if (await IsReadyAsync())
            return;
        // After a refused statement, the transaction runs no more queries. So the message is prepared now.
        var otherwise = await ForAnAdministratorAsync();
        try
        {
            foreach (var statement in await StatementsAsync())
                await connection.ExecuteAsync(statement);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new MigrationException(otherwise, e);
        }

        if (!await IsReadyAsync())
            throw new MigrationException(otherwise);
    }

    private Task<bool> IsReadyAsync() => connection.QuerySingleAsync<bool>(
        """
        select exists (select from pg_roles where rolname = @Name and not rolcanlogin)
               and case when exists (select from pg_roles where rolname = @Name)
                        then pg_has_role(@server, @Name, 'MEMBER') and not pg_has_role(@server, @Name, 'USAGE') end
        """,
        new { Name, server });

    // Another database of the cluster may create the role at the same time, so an existing role is no error. Since PostgreSQL 16, the
    // membership decides whether rights are inherited; before, the member role does.
    private async Task<IEnumerable<string>> StatementsAsync()
    {
        const string sql = """
            select format('do $do$ begin create role %I nologin; exception when duplicate_object or unique_violation then null; end $do$', @Name)
            union all
            select case when current_setting('server_version_num')::integer >= 160000
                        then format('grant %I to %I with inherit false, set true', @Name, @server)
                        else format('grant %I to %I', @Name, @server) end
            union all
            select format('alter role %I noinherit', @server) where current_setting('server_version_num')::integer < 160000
            """;
        return await connection.QueryAsync<string>(sql, new { Name, server });
    }

    private async Task<string> ForAnAdministratorAsync()
    {
        var inheritance = connection.PostgreSqlVersion.Major >= 16 ? " with inherit false, set true" : "";
        var (company, member) = await connection.QuerySingleAsync<(string, string)>(
            "select quote_ident(@Name), quote_ident(@server)", new { Name, server });
        return $"An administrator has to make the role of the companies' pages first: create role {company} nologin; "
            + $"grant {company} to {member}{inheritance};{(inheritance == "" ? $" alter role {member} noinherit;" : "")}";
    }
}
