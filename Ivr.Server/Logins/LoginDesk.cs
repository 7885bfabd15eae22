using Dapper;
using Ivr.Server.Database;
using Ivr.Server.Logins.Hashing;
using Ivr.StateMachine;
using Ivr.StateMachine.Results;
using Microsoft.Extensions.Options;

namespace Ivr.Server.Logins;

/// <summary>Checks login and password, and maintains the phone's own lock on a login.</summary>
internal sealed class LoginDesk(
    Db db,
    PasswordHash hash,
    PasswordChecker passwords,
    LoginGate gate,
    LoginAlarm alarm,
    IOptions<HashingOptions> options,
    TimeProvider clock,
    ILogger<LoginDesk> log)
{
    /// <summary>Checks a pair. An unknown login takes the same time and gives the same result as a wrong password.</summary>
    /// <param name="attempt">The pair.</param>
    /// <param name="hungUp">Cancelled when the caller hangs up. A password that was already checked counts nevertheless.</param>
    /// <exception cref="OperationCanceledException">The caller hung up before the password was checked.</exception>
    public async Task<LoginResult> CheckAsync(LoginAttempt attempt, CancellationToken hungUp)
    {
        var patience = new TimeBudget(options.Value.LongestWait);
        return await gate.RunExclusivelyAsync(attempt.Login, patience.Left, () => CheckExclusivelyAsync(attempt, patience, hungUp), hungUp)
            ?? new LoginResult.Busy();
    }

    private async Task<LoginResult> CheckExclusivelyAsync(LoginAttempt attempt, TimeBudget patience, CancellationToken hungUp)
    {
        var found = await FindAsync(attempt);
        if (found.RefusedBefore)
            return new LoginResult.Refused();
        var now = clock.GetUtcNow();
        if (found.LockedUntil is { } until && until > now.UtcDateTime)
            return new LoginResult.Locked(until - now.UtcDateTime);

        var looked = await passwords.CheckAsync(found.PasswordHash ?? hash.Decoy, attempt.Password, attempt.TimesTurnedAway, patience.Left, hungUp);
        if (looked is not { } check)
            return new LoginResult.Busy();
        if (found.WorkerId is not { } workerId || !check.Fits)
        {
            if (await CountFailureAsync(attempt) > 0)
                alarm.Count();
            return new LoginResult.Refused();
        }

        await RememberAsync(attempt, found, check.Renewed);
        var language = LanguageCodes.Read(found.Language!);
        return found.Active
            ? new LoginResult.Accepted(workerId, language) { Offer = OfferedClient.From(found.Telephone, found.Habit, found.Activity, found.Hours) }
            : new LoginResult.Inactive(language);
    }

    private Task<LoginRow> FindAsync(LoginAttempt attempt)
    {
        var sql = $"""
            select worker.id as worker_id,
                   worker.password_hash,
                   coalesce(worker.picked_language, worker.language) as language,
                   coalesce(worker.active, false) as active,
                   login_lock.failures is not null as failed_before,
                   login_lock.locked_until,
                   exists (select from login_failure where call_sid = @CallSid and try_no = @TryNumber) as refused_before,
                   telephone.user_number as telephone,
                   habit.user_number as habit,
                   habit.activity,
                   habit.hours
            from (select @Login as login) as keyed
            left join worker using (login)
            left join login_lock using (login)
            {OfferedClient.Joins(attempt.Date)}
            """;
        return db.RunAsync(connection => connection.QuerySingleAsync<LoginRow>(
            sql, new { attempt.CallSid, attempt.TryNumber, attempt.Login, attempt.Caller }));
    }

    // The fifth failure in a row locks the login for a minute. Each further failure doubles the time, up to an hour. The lock is never
    // permanent.
    private Task<int> CountFailureAsync(LoginAttempt attempt)
    {
        const string sql = """
            with counted as (
                insert into login_failure (call_sid, try_no, login, failed_at)
                values (@CallSid, @TryNumber, @Login, @Now)
                on conflict do nothing
                returning login
            )
            insert into login_lock (login, failures)
            select login, 1 from counted
            on conflict (login) do update set
                failures = login_lock.failures + 1,
                locked_until = case when login_lock.failures + 1 >= 5
                    then @Now + least(2 ^ least(login_lock.failures - 4, 6), 60) * interval '1 minute' end
            """;
        return db.RunAsync(connection => connection.ExecuteAsync(
            sql, new { attempt.CallSid, attempt.TryNumber, attempt.Login, Now = clock.GetUtcNow() }));
    }

    // Usually there is nothing to write, and the login costs one round trip. The update is for later calls only. It must not wait for an
    // import that locks the worker's row, and must not end this call when it fails.
    private async Task RememberAsync(LoginAttempt attempt, LoginRow found, string? renewed)
    {
        const string sql = """
            with unlocked as (delete from login_lock where login = @Login)
            update worker set
                picked_language = coalesce(@Picked, picked_language),
                password_hash = coalesce(@Renewed, password_hash)
            where id = (select id from worker where login = @Login and password_hash = @PasswordHash for no key update skip locked)
            """;
        var picked = attempt.PickedLanguage?.Code();
        if (!found.FailedBefore && renewed is null && (picked is null || picked == found.Language))
            return;
        try
        {
            await db.RunAsync(connection => connection.ExecuteAsync(
                sql, new { attempt.Login, Picked = picked, Renewed = renewed, found.PasswordHash }));
        }
        catch (Exception e) when (Db.IsFault(e))
        {
            log.LogWarning(e, "Call {CallSid}: what the login leaves behind was not stored", attempt.CallSid);
        }
    }

    private sealed class LoginRow
    {
        public long? WorkerId { get; init; }

        public string? PasswordHash { get; init; }

        public string? Language { get; init; }

        public bool Active { get; init; }

        public bool FailedBefore { get; init; }

        public DateTime? LockedUntil { get; init; }

        public bool RefusedBefore { get; init; }

        public string? Telephone { get; init; }

        public string? Habit { get; init; }

        public int? Activity { get; init; }

        public int? Hours { get; init; }
    }
}
