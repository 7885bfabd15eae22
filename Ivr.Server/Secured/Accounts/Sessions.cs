using Dapper;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Accounts;

/// <summary>Who is signed in: one row a session, which every node looks at.</summary>
public sealed class Sessions(CompanyDb db, TimeProvider clock)
{
    private sealed record Row(string Login, string Role, long? CompanyId, DateTime BeganAt);

    /// <summary>Begins one.</summary>
    public async Task<SecuredUser> BeginAsync(long userId, string login, SecuredRole role, long? companyId)
    {
        const string sql = "insert into secured_session (id, user_id, began_at) values (@Session, @userId, @BeganAt)";
        var user = new SecuredUser(login, role, companyId, Guid.NewGuid(), clock.GetUtcNow());
        await db.AsServerAsync(connection => connection.ExecuteAsync(sql, new { user.Session, userId, user.BeganAt }));
        return user;
    }

    /// <summary>Whose session it is; null when it is over.</summary>
    public Task<SecuredUser?> FindAsync(Guid session, CancellationToken cancellation = default)
    {
        const string sql = """
            select login, role, company_id, began_at
            from secured_session join secured_user on secured_user.id = user_id
            where secured_session.id = @session and began_at > @After and not locked
            """;
        var now = clock.GetUtcNow();
        return db.AsServerAsync(
            async connection =>
                await connection.QuerySingleOrDefaultAsync<Row>(sql, new { session, After = now - SecuredScheme.Longest }) is { } row
                    ? new SecuredUser(row.Login, Enum.Parse<SecuredRole>(row.Role, ignoreCase: true), row.CompanyId, session, new(row.BeganAt, TimeSpan.Zero))
                    : null,
            cancellation);
    }

    /// <summary>Ends one.</summary>
    public Task EndAsync(Guid session) => db.AsServerAsync(connection => connection.ExecuteAsync(
        "delete from secured_session where id = @session", new { session }));
}
