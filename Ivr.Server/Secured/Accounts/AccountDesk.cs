using Dapper;
using Ivr.Server.Logins.Hashing;
using Npgsql;

namespace Ivr.Server.Secured.Accounts;

/// <summary>
/// Creates and changes accounts of the secured area, with the rights of the database's owner. <c>hash</c> may be null when no password is
/// set.
/// </summary>
internal sealed class AccountDesk(NpgsqlDataSource source, PasswordHash? hash = null)
{
    /// <summary>Creates an account. Without a company code it is an account of an operator.</summary>
    /// <exception cref="AccountException">
    /// The account exists, the company does not exist, or the login or password is not valid.
    /// </exception>
    public async Task AddAsync(string? companyCode, string login, string password)
    {
        const string sql = """
            insert into secured_user (user_name, password_hash, role, company_id)
            select @Login, @Hash, case when @companyCode::text is null then 'operator' else 'company' end, company.id
            from (select) as one left join company on company_code = @companyCode
            where @companyCode::text is null or company.id is not null
            on conflict do nothing
            """;
        var row = new { Login = Read(login), Hash = Hashed(password), companyCode };
        await using var connection = await source.OpenConnectionAsync();
        if (companyCode is not null && !await connection.ExecuteScalarAsync<bool>(
                "select exists (select from company where company_code = @companyCode)", row))
        {
            throw new AccountException($"There is no company '{companyCode}': import it first.");
        }

        if (await connection.ExecuteAsync(sql, row) == 0)
            throw new AccountException($"There is an account '{row.Login}' already.");
    }

    /// <summary>Changes the password of an account, and ends its sessions.</summary>
    /// <exception cref="AccountException">The account does not exist, or the password is not valid.</exception>
    public Task ChangePasswordAsync(SecuredRole role, string login, string password) =>
        ChangeAsync(role, login, "update secured_user set password_hash = @Hash where id = @Id", Hashed(password));

    /// <summary>Locks or unlocks an account, and ends its sessions.</summary>
    /// <exception cref="AccountException">The account does not exist.</exception>
    public Task LockAsync(SecuredRole role, string login, bool isLocked) =>
        ChangeAsync(role, login, $"update secured_user set locked = {(isLocked ? "true" : "false")} where id = @Id");

    /// <summary>Deletes an account. Decisions that were made with it keep its login.</summary>
    /// <exception cref="AccountException">The account does not exist.</exception>
    public Task RemoveAsync(SecuredRole role, string login) => ChangeAsync(role, login, "delete from secured_user where id = @Id");

    /// <summary>All accounts of a role, sorted by company and login.</summary>
    public async Task<IReadOnlyList<Account>> ListAsync(SecuredRole role)
    {
        const string sql = """
            select user_name as login, company_code, locked, created_at
            from secured_user left join company on company.id = company_id
            where role = @role
            order by company_code, user_name
            """;
        await using var connection = await source.OpenConnectionAsync();
        return [.. await connection.QueryAsync<Account>(sql, new { role = Name(role) })];
    }

    private async Task ChangeAsync(SecuredRole role, string login, string sql, string? passwordHash = null)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var id = await connection.QuerySingleOrDefaultAsync<long?>(
                "select id from secured_user where user_name = @Login and role = @Role for update", new { Login = Read(login), Role = Name(role) })
            ?? throw new AccountException($"There is no account '{login}'.");
        await connection.ExecuteAsync("delete from secured_session where user_id = @id", new { id });
        await connection.ExecuteAsync(sql, new { Id = id, Hash = passwordHash });
        await transaction.CommitAsync();
    }

    private static string Read(string login) => Credentials.ReadLogin(login)
        ?? throw new AccountException("A login has 3 to 64 letters, digits and . _ @ + -, and begins with a letter or digit.");

    private string Hashed(string password) => Credentials.IsPassword(password)
        ? hash!.Create(password)
        : throw new AccountException(
            $"A password has at least {Credentials.ShortestPassword} characters and at most {Credentials.LongestPassword}: a few words will do.");

    private static string Name(SecuredRole role) => role == SecuredRole.Company ? "company" : "operator";
}

/// <summary>An account, without its password.</summary>
internal sealed record Account(string Login, string? CompanyCode, bool Locked, DateTime CreatedAt);

/// <summary>An account cannot be created or changed; the message says why.</summary>
internal sealed class AccountException(string message) : Exception(message);
