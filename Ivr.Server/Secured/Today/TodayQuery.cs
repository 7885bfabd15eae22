using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Live;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Today;

/// <summary>What a company's workers have recorded since midnight in Brussels.</summary>
internal sealed class TodayQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>Most rows of the page; the totals count all.</summary>
    public const int MaxRows = 200;

    /// <summary>The day's totals, since <c>@Midnight</c>.</summary>
    internal const string Totals = $"""
        select count(*)::integer as entries, coalesce(sum(hours), 0)::integer as hours, count(distinct worker_id)::integer as workers
        from company_entry as entry
        where company_id = @CompanyId and recorded_at >= @Midnight and not cancelled and {EntrySql.OfDays}
        """;

    /// <summary>How many emergency entries wait for the company.</summary>
    internal const string Waiting = """
        select count(*)::integer
        from emergency_entry join worker on worker.id = worker_id
        where status = 'waiting' and worker.company_id = @CompanyId
        """;

    // The position before anything else, see LiveQuery.
    private const string Before = $"""
        {LiveQuery.Position};
        select name from company where id = @CompanyId;
        {TodayDays.OldestAccepted};
        """;

    private const string Sql = $"""
        {EntrySql.Select} and entry.recorded_at >= @Midnight
        order by entry.recorded_at desc, entry.id desc limit @MaxRows;
        {Totals};
        {Waiting};
        """;

    /// <summary>Asks.</summary>
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
                return new TodayReport(
                    position,
                    today,
                    name,
                    (await results.ReadAsync<Entry>()).AsList(),
                    await results.ReadSingleAsync<TodayTotals>(),
                    await results.ReadSingleAsync<int>());
            },
            cancellation);
    }
}

/// <summary>A company's day so far.</summary>
/// <param name="Position">Where what is live goes on from.</param>
/// <param name="Date">The day in Brussels.</param>
/// <param name="Company">The company's name.</param>
/// <param name="Entries">The newest, newest first.</param>
/// <param name="Totals">Of all.</param>
/// <param name="Waiting">Emergency entries that wait for the company.</param>
internal sealed record TodayReport(
    string Position, DateOnly Date, string Company, IReadOnlyList<Entry> Entries, TodayTotals Totals, int Waiting);

/// <summary>Totals without what was cancelled.</summary>
/// <param name="Entries">How many.</param>
/// <param name="Hours">Their hours.</param>
/// <param name="Workers">How many different workers.</param>
internal sealed record TodayTotals(int Entries, int Hours, int Workers);
