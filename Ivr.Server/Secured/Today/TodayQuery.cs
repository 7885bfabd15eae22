using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Layout;
using Ivr.Server.Secured.Live;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Today;

/// <summary>What a company's workers have recorded since midnight in Brussels.</summary>
internal sealed class TodayQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>Maximum number of entries and of workers on the page; the totals count all.</summary>
    public const int MaxRows = 200;

    /// <summary>The totals of the day, since <c>@Midnight</c>.</summary>
    internal const string Totals = $"""
        select count(*) filter (where not cancelled)::integer as entries, coalesce(sum(hours) filter (where not cancelled), 0)::integer as hours,
               count(distinct worker_id) filter (where not cancelled)::integer as workers, count(*)::integer as rows
        from company_entry as entry
        where company_id = @CompanyId and recorded_at >= @Midnight and {EntrySql.OfDays}
        """;

    /// <summary>The day's totals of the workers with <c>@Logins</c>; 0 of who has only cancelled entries.</summary>
    internal const string OfWorkers = $"""
        select worker_login as login, worker_name as name, (count(*) filter (where not cancelled))::integer as entries,
               coalesce(sum(hours) filter (where not cancelled), 0)::integer as hours
        from company_entry as entry
        where company_id = @CompanyId and recorded_at >= @Midnight and {EntrySql.OfDays} and worker_login = any (@Logins)
        group by worker_id, worker_login, worker_name
        order by 4 desc, lower(worker_name), worker_login limit @MaxRows
        """;

    // Both in one statement, because the entries of a busy day take long to read. A worker all of whose entries are cancelled counts in the
    // rows only, and comes last.
    private const string WorkersAndTotals = $"""
        select login, name, entries, hours, (sum(entries) over ())::integer as AllEntries, (sum(hours) over ())::integer as AllHours,
               (count(*) filter (where entries > 0) over ())::integer as AllWorkers, (sum(rows) over ())::integer as AllRows
        from (select worker_login as login, worker_name as name, (count(*) filter (where not cancelled))::integer as entries,
                     coalesce(sum(hours) filter (where not cancelled), 0)::integer as hours, count(*) as rows
              from company_entry as entry
              where company_id = @CompanyId and recorded_at >= @Midnight and {EntrySql.OfDays}
              group by worker_id, worker_login, worker_name) as worker
        order by hours desc, lower(name), login limit @MaxRows
        """;

    // The position comes first (see LiveQuery).
    private const string Before = $"""
        {LiveQuery.Position};
        select name from company where id = @CompanyId;
        {TodayDays.OldestAccepted};
        """;

    private static readonly string Sql = $"""
        {EntrySql.Select("and entry.recorded_at >= @Midnight", $"{EntrySql.NewestFirst} limit @MaxRows")};
        {WaitingEntries.Sql};
        {WorkersAndTotals};
        """;

    public Task<TodayReport> AskAsync(long companyId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.AsCompanyAsync(
            companyId,
            async connection =>
            {
                var (today, midnight) = (BrusselsTime.DateOf(now), BrusselsTime.MidnightBefore(now));
                await using var before = await connection.QueryMultipleAsync(Before, new { CompanyId = companyId, Midnight = midnight });
                var (position, name) = (await before.ReadSingleAsync<string>(), await before.ReadSingleAsync<string>());
                var days = TodayDays.Of(today, await before.ReadSingleAsync<DateOnly?>());
                await using var results = await connection.QueryMultipleAsync(
                    Sql, new { CompanyId = companyId, Midnight = midnight, days.First, days.Last, MaxRows });
                var entries = (await results.ReadAsync<Entry>()).AsList();
                var waiting = await results.ReadSingleAsync<int>();
                var workers = (await results.ReadAsync<WorkerRow>()).AsList();
                return new TodayReport(
                    position,
                    today,
                    name,
                    entries,
                    workers is [var any, ..] ? new(any.AllEntries, any.AllHours, any.AllWorkers, any.AllRows) : new(0, 0, 0, 0),
                    waiting,
                    [.. workers.Where(worker => worker.Entries > 0).Select(worker => new WorkerTotal(worker.Login, worker.Name, worker.Entries, worker.Hours))]);
            },
            cancellation);
    }

    private sealed record WorkerRow(string Login, string? Name, int Entries, int Hours, int AllEntries, int AllHours, int AllWorkers, int AllRows);
}

/// <summary>
/// A company's day so far. Live updates continue from <c>Position</c>. <c>Date</c> is the day in Brussels. <c>Entries</c> has the newest
/// entries, newest first; <c>Totals</c> counts all. <c>Waiting</c> is the number of emergency entries that wait for the company.
/// <c>Workers</c> has the totals of the workers with most hours.
/// </summary>
internal sealed record TodayReport(
    string Position, DateOnly Date, string Company, IReadOnlyList<Entry> Entries, TodayTotals Totals, int Waiting, IReadOnlyList<WorkerTotal> Workers);

/// <summary>
/// Totals without cancelled entries. <c>Workers</c> is the number of different workers. <c>Rows</c> counts all entries, cancelled ones too.
/// </summary>
internal sealed record TodayTotals(int Entries, int Hours, int Workers, int Rows);

/// <summary>A worker's totals of the day, without cancelled entries. <c>Name</c> is null after erasure.</summary>
internal sealed record WorkerTotal(string Login, string? Name, int Entries, int Hours);
