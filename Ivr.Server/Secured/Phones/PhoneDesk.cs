using Dapper;
using Ivr.Server.Mobiles;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Phones;

/// <summary>A company's workers whose login is remembered on a telephone. Nobody here learns the number.</summary>
internal sealed class PhoneDesk(CompanyDb db, TimeProvider clock)
{
    /// <summary>The workers by name, with the telephones of each.</summary>
    public Task<IReadOnlyList<RememberedPhone>> AskAsync(long companyId, CancellationToken cancellation)
    {
        const string sql = """
            select login as worker_login, name as worker_name, remembered_at, used_on
            from worker_mobile join worker on worker.id = worker_id
            where company_id = @companyId and remembered_at is not null and used_on >= @Oldest
            order by name, login, remembered_at
            """;
        var oldest = BrusselsTime.DateOf(clock.GetUtcNow()).AddDays(-MobileDesk.DaysUnused);
        return db.AsCompanyAsync<IReadOnlyList<RememberedPhone>>(
            companyId, async connection => (await connection.QueryAsync<RememberedPhone>(sql, new { companyId, Oldest = oldest })).AsList(), cancellation);
    }

    /// <summary>Forgets all telephones of a worker. It is idempotent. A worker of another company is left alone.</summary>
    public Task ForgetAsync(long companyId, string login)
    {
        const string sql = """
            delete from worker_mobile
            where worker_id = (select id from worker where login = @login and company_id = @companyId)
            """;
        return db.AsCompanyAsync(companyId, connection => connection.ExecuteAsync(sql, new { companyId, login }));
    }
}

/// <summary>A telephone on which a login is remembered. <c>RememberedAt</c> is in UTC; <c>UsedOn</c> is the day of the last entry from it.</summary>
internal sealed record RememberedPhone
{
    public string WorkerLogin { get; init; } = "";

    public string? WorkerName { get; init; }

    public DateTime RememberedAt { get; init; }

    public DateOnly UsedOn { get; init; }
}
