using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Accounts;

/// <summary>Stores sessions: one row for each session, which every node reads.</summary>
internal sealed class SessionStore(CompanyDb db, BackgroundDataSource background, TimeProvider clock)
{
    // The clocks of the nodes may differ, and no more than this. A row with a later time was not written by a node.
    private static readonly TimeSpan LongestSkew = TimeSpan.FromMinutes(1);

    private const string IsValid = "began_at > @After and began_at <= @Before and not locked";

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
        const string sql = $"""
            select user_name as login, role, company_id, company_code, began_at
            from secured_session
            join secured_user on secured_user.id = user_id
            left join company on company.id = company_id
            where secured_session.id = @session and {IsValid}
            """;
        var (after, before) = Begun();
        return db.AsServerAsync(
            async connection =>
                await connection.QuerySingleOrDefaultAsync<Row>(sql, new { session, After = after, Before = before }) is { } row
                    ? new SecuredUser(row.Login, Enum.Parse<SecuredRole>(row.Role, ignoreCase: true), row.CompanyId, row.CompanyCode, session, new(row.BeganAt, TimeSpan.Zero))
                    : null,
            cancellation);
    }

    /// <summary>
    /// Those of the sessions that are valid. It uses the connections of background work, so that slow pages do not delay it.
    /// </summary>
    public Task<HashSet<Guid>> FindValidAsync(Guid[] sessions)
    {
        const string sql = $"""
            select secured_session.id from secured_session join secured_user on secured_user.id = user_id
            where secured_session.id = any(@sessions) and {IsValid}
            """;
        var (after, before) = Begun();
        return background.RunAsync(async connection =>
            (await connection.QueryAsync<Guid>(sql, new { sessions, After = after, Before = before })).ToHashSet());
    }

    public Task EndAsync(Guid session) => db.AsServerAsync(connection => connection.ExecuteAsync(
        "delete from secured_session where id = @session", new { session }));

    // When a valid session can have begun.
    private (DateTimeOffset After, DateTimeOffset Before) Begun()
    {
        var now = clock.GetUtcNow();
        return (now - SecuredScheme.Longest, now + LongestSkew);
    }
}
