using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.History;

/// <summary>Queries a company's entries by filter: one page at a time, newest first, and the totals of all.</summary>
internal sealed class HistoryQuery(CompanyDb db)
{
    // This condition is computed for all days at once, because a query filters many rows.
    private const string OnLongDay = $"""
        (entry.worker_id, entry.service_date) in (
            select entry.worker_id, entry.service_date
            from company_entry as entry
            where entry.company_id = @CompanyId and not entry.cancelled and {EntrySql.OfDays} and entry.service_date between @From and @To
            group by 1, 2
            having sum(entry.hours) > {EntrySql.UsualHours})
        """;

    // No service date is more than a month after the day on which the entry was recorded (see the table of corrections).
    private const string Where = $"""
        and entry.recorded_at >= @Earliest and entry.service_date between @From and @To
        and (@Search::text is null or starts_with(entry.reference, replace(@Search, ' ', ''))
             or starts_with(entry.worker_login, @Search) or strpos(lower(entry.worker_name), lower(@Search)) > 0
             or starts_with(entry.user_number, replace(@Search, ' ', '')) or strpos(lower(entry.client_name), lower(@Search)) > 0)
        and (@Worker::text is null or starts_with(entry.worker_login, @Worker) or strpos(lower(entry.worker_name), lower(@Worker)) > 0)
        and (@Client::text is null or starts_with(entry.user_number, replace(@Client, ' ', ''))
             or strpos(lower(entry.client_name), lower(@Client)) > 0)
        and (@Region::text is null or entry.region = @Region)
        and (@Activity::integer is null or entry.activity = @Activity)
        and (not (@Duplicate or @OtherLine or @LongDay) or not entry.cancelled)
        and (not @Duplicate or entry.possible_duplicate)
        and (not @OtherLine or {EntrySql.OtherLine})
        and (not @LongDay or {OnLongDay})
        """;

    private const string Days = $"""
        select date_trunc(@Unit, entry.service_date)::date as day, count(*) filter (where not entry.cancelled)::integer as entries,
               coalesce(sum(entry.hours) filter (where not entry.cancelled), 0)::integer as hours, count(*)::integer as rows
        from company_entry as entry
        where entry.company_id = @CompanyId and {EntrySql.OfDays} {Where}
        group by 1 order by 1
        """;

    private static readonly string Page = EntrySql.Select(
        $"{Where} and (@Id::bigint is null or (entry.recorded_at, entry.id) < (@RecordedAt, @Id))",
        $"{EntrySql.NewestFirst} limit @Most");

    /// <summary>
    /// One page of entries. <paramref name="after"/> is the end of the page before; null for the first page. <paramref name="most"/> is the
    /// maximum number of rows.
    /// </summary>
    public async Task<IReadOnlyList<Entry>> PageAsync(
        long companyId, HistoryFilter filter, HistoryPlace? after, int most, CancellationToken cancellation)
    {
        var asked = Parameters(companyId, filter);
        asked.AddDynamicParams(new { RecordedAt = after?.RecordedAt ?? DateTime.UnixEpoch, after?.Id, Most = most });
        return await db.ReadAsCompanyAsync(companyId, async connection => (await connection.QueryAsync<Entry>(Page, asked)).AsList(), cancellation);
    }

    /// <summary>Totals per day, or per month when there are too many days for a plot.</summary>
    public async Task<IReadOnlyList<DayTotal>> DaysAsync(long companyId, HistoryFilter filter, bool byMonth, CancellationToken cancellation)
    {
        var asked = Parameters(companyId, filter);
        asked.Add("Unit", byMonth ? "month" : "day");
        return await db.ReadAsCompanyAsync(companyId, async connection => (await connection.QueryAsync<DayTotal>(Days, asked)).AsList(), cancellation);
    }

    private static DynamicParameters Parameters(long companyId, HistoryFilter filter)
    {
        var asked = new DynamicParameters(filter);
        var days = RecordedDays.WhatHolds(filter.From, filter.To);
        asked.AddDynamicParams(new { CompanyId = companyId, days.First, days.Last, Earliest = BrusselsTime.MidnightOf(days.First) });
        return asked;
    }
}

/// <summary>
/// Totals of a day, or of a month. <c>Day</c> is the day, or the first day of the month. <c>Entries</c> and <c>Hours</c> leave cancelled
/// entries out; <c>Rows</c> counts them too.
/// </summary>
internal sealed record DayTotal(DateOnly Day, int Entries, int Hours, int Rows);
