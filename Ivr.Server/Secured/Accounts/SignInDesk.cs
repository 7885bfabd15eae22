using Dapper;
using Ivr.Server.Logins.Hashing;
using Ivr.Server.Secured.Isolation;

namespace Ivr.Server.Secured.Accounts;

/// <summary>Checks logins and passwords of the pages, and locks a login against guessing.</summary>
/// <remarks>It is separate from the phone, and uses neither the phone's password queue nor its locks.</remarks>
internal sealed class SignInDesk(
    CompanyDb db, PasswordHash hash, SessionStore sessions, OperatorLogins operators, SignInRoom room, TimeProvider clock)
{
    private sealed record LockRow(int Failures, DateTime? LockedUntil);

    private sealed record UserRow(long Id, string PasswordHash);

    /// <summary>
    /// Checks a login and a password from an address. An unknown login, a locked account and a wrong password take the same time and give the same result.
    /// </summary>
    /// <exception cref="Npgsql.NpgsqlException">The database is not available, or refused.</exception>
    public async Task<SignInOutcome> CheckAsync(string login, string password, string address, CancellationToken cancellation)
    {
        using var turn = await room.EnterAsync(new(login, address), await operators.IncludeAsync(login), cancellation);
        if (!turn.IsAcquired)
            return new SignInOutcome.Busy();

        var now = clock.GetUtcNow();
        if (await CountAsync(login, now) is not { } tried)
            return new SignInOutcome.Locked(await LockedForAsync(login, now));
        var user = await FindAsync(login);
        var fits = await Task.Run(() => hash.Check(user?.PasswordHash ?? hash.Decoy, password).Fits, CancellationToken.None);
        if (user is null || !fits)
            return tried is { LockedUntil: { } until } ? new SignInOutcome.Locked(until - now.UtcDateTime) : new SignInOutcome.Refused();

        await ForgetAsync(login);
        return new SignInOutcome.Accepted(await sessions.BeginAsync(user.Id));
    }

    // The attempt is counted before the password is checked, so that simultaneous guesses on several nodes all count. Success deletes the
    // row. As on the phone, the fifth failure in a row locks for a minute, and each further one for twice as long, up to an hour. The lock
    // is never permanent.
    private Task<LockRow?> CountAsync(string login, DateTimeOffset now)
    {
        const string sql = """
            insert into secured_lock (user_name, failures, tried_at) values (@login, 1, @now)
            on conflict (user_name) do update set
                failures = secured_lock.failures + 1,
                tried_at = @now,
                locked_until = case when secured_lock.failures + 1 >= 5
                    then @now + least(2 ^ least(secured_lock.failures - 4, 6), 60) * interval '1 minute' end
            where coalesce(secured_lock.locked_until <= @now, true)
            returning failures, locked_until
            """;
        return db.AsServerOnceAsync(connection => connection.QuerySingleOrDefaultAsync<LockRow>(sql, new { login, now }));
    }

    private Task<int> ForgetAsync(string login) => db.AsServerAsync(
        connection => connection.ExecuteAsync("delete from secured_lock where user_name = @login", new { login }));

    private async Task<TimeSpan> LockedForAsync(string login, DateTimeOffset now)
    {
        const string sql = "select failures, locked_until from secured_lock where user_name = @login";
        var row = await db.AsServerAsync(connection => connection.QuerySingleOrDefaultAsync<LockRow>(sql, new { login }));
        return (row?.LockedUntil ?? now.UtcDateTime) - now.UtcDateTime;
    }

    private Task<UserRow?> FindAsync(string login)
    {
        const string sql = "select id, password_hash from secured_user where user_name = @login and not locked";
        return db.AsServerAsync(connection => connection.QuerySingleOrDefaultAsync<UserRow>(sql, new { login }));
    }
}
