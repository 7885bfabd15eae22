using Dapper;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Accounts;

/// <summary>Stores sessions: one row for each session, which every node reads.</summary>
internal sealed class SessionStore(CompanyDb db, TimeProvider clock)
{
    private sealed record Row(string Login, string Role, long? CompanyId, string? CompanyCode, DateTime BeganAt);

    public async Task<SecuredUser> BeginAsync(long userId)
    {
        const string sql = "insert into secured_session (id, user_id, began_at) values (@Session, @userId, @BeganAt) on conflict (id) do nothing";
        var session = Guid.NewGuid();
        await db.AsServerAsync(connection => connection.ExecuteAsync(sql, new { Session = session, userId, BeganAt = clock.GetUtcNow() }));
        return await FindAsync(session) ?? throw new InvalidOperationException("A session ended as it began.");
    }

    /// <summary>The user of a session; null when the session is over.</summary>
    public Task<SecuredUser?> FindAsync(Guid session, CancellationToken cancellation = default)
    {
        const string sql = """
            select user_name as login, role, company_id, company_code, began_at
            from secured_session
            join secured_user on secured_user.id = user_id
            left join company on company.id = company_id
            where secured_session.id = @session and began_at > @After and not locked
            """;
        var now = clock.GetUtcNow();
        return db.AsServerAsync(
            async connection =>
                await connection.QuerySingleOrDefaultAsync<Row>(sql, new { session, After = now - SecuredScheme.Longest }) is { } row
                    ? new SecuredUser(row.Login, Enum.Parse<SecuredRole>(row.Role, ignoreCase: true), row.CompanyId, row.CompanyCode, session, new(row.BeganAt, TimeSpan.Zero))
                    : null,
            cancellation);
    }

    public Task EndAsync(Guid session) => db.AsServerAsync(connection => connection.ExecuteAsync(
        "delete from secured_session where id = @session", new { session }));
}
