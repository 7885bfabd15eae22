using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Today;
using Ivr.Server.Voice;

namespace Ivr.Server.Secured.Live;

/// <summary>Asks what a company has not seen yet.</summary>
/// <remarks>
/// Entries become visible in the order of their COMMITs, and no number that is given out before the COMMIT knows that order: with
/// "everything after the last reference, time or sequence" an entry is lost whose transaction began earlier and ended later than one
/// that was seen. So the position is the oldest transaction that had not ended when the last look was taken (xmin of its snapshot):
/// everything below had ended and was seen, and everything from there on is asked for again. What was seen already comes twice when a
/// transaction takes long; who reads drops it by its reference. Positions survive a failover; one that lies in the future, after
/// a backup was put back, counts as none.
/// </remarks>
public sealed class LiveQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>Before everything.</summary>
    public const string Beginning = "0";

    private const string Position = "select pg_snapshot_xmin(pg_current_snapshot())::text";

    // The position first: whatever is committed between the statements is seen now and asked for again, never skipped.
    private const string Before = $"{Position}; {TodayDays.OldestAccepted};";

    private const string Sql = $"""
        {EntrySql.Select} and entry.recorded_at >= @Midnight
            and entry.recorded_in >= case when @Since::xid8 <= pg_snapshot_xmax(pg_current_snapshot()) then @Since::xid8 else '0'::xid8 end
        order by entry.recorded_at, entry.id limit @MostRows;
        {TodayQuery.Totals};
        {TodayQuery.Waiting};
        """;

    /// <summary>Where a reader begins who has seen everything up to now.</summary>
    public Task<string> NowAsync(long companyId, CancellationToken cancellation) =>
        db.AsCompanyAsync(companyId, connection => connection.QuerySingleAsync<string>(Position), cancellation);

    /// <summary>What is new since a position.</summary>
    public Task<LiveBatch> SinceAsync(long companyId, string since, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.AsCompanyAsync(
            companyId,
            async connection =>
            {
                var (today, midnight) = (BrusselsTime.DateOf(now), BrusselsTime.MidnightBefore(now));
                await using var before = await connection.QueryMultipleAsync(Before, new { CompanyId = companyId, Midnight = midnight });
                var position = await before.ReadSingleAsync<string>();
                var days = TodayDays.Of(today, await before.ReadSingleAsync<DateOnly?>());
                var asked = new { CompanyId = companyId, Since = since, Midnight = midnight, days.First, days.Last, TodayQuery.MostRows };
                await using var results = await connection.QueryMultipleAsync(Sql, asked);
                var entries = (await results.ReadAsync<Entry>()).AsList();
                return new LiveBatch(
                    position,
                    today,
                    entries,
                    await results.ReadSingleAsync<TodayTotals>(),
                    await results.ReadSingleAsync<int>());
            },
            cancellation);
    }
}
