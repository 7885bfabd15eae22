using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Voice;

namespace Ivr.Server.Secured.Today;

/// <summary>What a company's workers have recorded since midnight in Brussels.</summary>
public sealed class TodayQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>Most rows of the page; the totals count all.</summary>
    public const int MostRows = 200;

    private const string Sql = $"""
        select company_code, name from company where id = @CompanyId;
        {EntrySql.Select} and entry.recorded_at >= @Since
        order by entry.recorded_at desc, entry.id desc limit @MostRows;
        select count(*)::integer as entries, coalesce(sum(hours), 0)::integer as hours, count(distinct worker_id)::integer as workers
        from company_entry where company_id = @CompanyId and recorded_at >= @Since and not cancelled;
        """;

    /// <summary>Asks.</summary>
    public Task<TodayReport> AskAsync(long companyId, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.AsCompanyAsync(
            companyId,
            async connection =>
            {
                await using var results = await connection.QueryMultipleAsync(
                    Sql, new { CompanyId = companyId, Since = BrusselsTime.MidnightBefore(now), MostRows });
                var company = await results.ReadSingleAsync<(string Code, string Name)>();
                var entries = (await results.ReadAsync<Entry>()).AsList();
                return new TodayReport(BrusselsTime.DateOf(now), company.Name, entries, await results.ReadSingleAsync<TodayTotals>());
            },
            cancellation);
    }
}

/// <summary>A company's day so far.</summary>
/// <param name="Date">The day in Brussels.</param>
/// <param name="Company">The company's name.</param>
/// <param name="Entries">The newest, newest first.</param>
/// <param name="Totals">Of all.</param>
public sealed record TodayReport(DateOnly Date, string Company, IReadOnlyList<Entry> Entries, TodayTotals Totals);

/// <summary>Totals without what was cancelled.</summary>
/// <param name="Entries">How many.</param>
/// <param name="Hours">Their hours.</param>
/// <param name="Workers">How many different workers.</param>
public sealed record TodayTotals(int Entries, int Hours, int Workers);
