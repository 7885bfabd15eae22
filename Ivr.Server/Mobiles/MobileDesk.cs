using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Words;
using Ivr.StateMachine;
using Ivr.StateMachine.Results;
using Npgsql;

namespace Ivr.Server.Mobiles;

/// <summary>Remembers the login of a worker on a Belgian mobile: one worker a number. The password is always asked.</summary>
internal sealed class MobileDesk(Db db, MobileMark marks, TimeProvider clock, ILogger<MobileDesk> log)
{
    /// <summary>Days without an entry after which a number is forgotten.</summary>
    public const int DaysUnused = 90;

    // The call has not begun, so its caller hears nothing meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    // Nobody has logged in yet. A database that hangs must not lose all its connections to these look-ups.
    private const int MaxAtOnce = 8;

    private int _atOnce;

    /// <summary>
    /// Finds the login that is remembered on the caller's number. It never fails a call: if the database is not available, slow or busy with
    /// other look-ups, there is none.
    /// </summary>
    public async Task<RememberedLogin?> FindAsync(string caller, DateOnly today)
    {
        if (marks.Of(caller) is not { } mark)
            return null;
        try
        {
            return await LookUpAsync(mark, today).WaitAsync(Patience);
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            log.LogDebug(e, "A call begins without the look-up of its number");
            return null;
        }
    }

    /// <summary>Remembers a worker's login on the caller's number, if no other worker's is. It is idempotent.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public async Task<PhoneResult> RememberAsync(string caller, long workerId)
    {
        // The count makes PostgreSQL delete first: a login that nobody used for so long is in the way until the purge.
        const string sql = """
            with unused as (delete from worker_mobile where mark = @mark and used_on < @Oldest returning worker_id)
            update worker_mobile set remembered_at = coalesce(remembered_at, @Now)
            where mark = @mark and worker_id = @workerId and entries = 3 and (select count(*) from unused) >= 0
              and not exists (select from worker_mobile as other
                              where other.mark = @mark and worker_id <> @workerId and remembered_at is not null and used_on >= @Oldest)
            """;
        if (marks.Of(caller) is not { } mark)
            return PhoneResult.NotSet;
        try
        {
            var now = clock.GetUtcNow();
            var asked = new { mark, workerId, Now = now, Oldest = BrusselsTime.DateOf(now).AddDays(-DaysUnused) };
            return await db.RunAsync(connection => connection.ExecuteAsync(sql, asked)) == 1
                ? PhoneResult.Remembered
                : PhoneResult.NotSet;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // Another worker's call with the same number was faster.
            return PhoneResult.NotSet;
        }
    }

    /// <summary>Forgets all that is known of the caller's number, whoever's login is remembered there. It is idempotent.</summary>
    /// <exception cref="NpgsqlException">The database is not available, or refused.</exception>
    public async Task<PhoneResult> ForgetAsync(string caller)
    {
        if (marks.Of(caller) is { } mark)
            await db.RunAsync(connection => connection.ExecuteAsync("delete from worker_mobile where mark = @mark", new { mark }));
        return PhoneResult.Forgotten;
    }

    // It counts until the database has answered, even if nobody waits for the answer any more.
    private async Task<RememberedLogin?> LookUpAsync(byte[] mark, DateOnly today)
    {
        const string sql = """
            select login, coalesce(picked_language, language) as language
            from worker_mobile join worker on worker.id = worker_id
            where mark = @mark and remembered_at is not null and used_on >= @Oldest and active
            """;
        try
        {
            if (Interlocked.Increment(ref _atOnce) > MaxAtOnce)
                return null;
            var found = await db.RunAsync(connection => connection.QuerySingleOrDefaultAsync<FoundRow>(
                sql, new { mark, Oldest = today.AddDays(-DaysUnused) }));
            return found is null ? null : new(found.Login, LanguageCodes.Read(found.Language));
        }
        finally
        {
            Interlocked.Decrement(ref _atOnce);
        }
    }

    private sealed class FoundRow
    {
        public string Login { get; init; } = "";

        public string Language { get; init; } = "";
    }
}
