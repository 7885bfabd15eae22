using System.Globalization;
using Dapper;
using Ivr.Server.Secured.Entries;
using Ivr.Server.Secured.Isolation;
using Ivr.Server.Secured.Today;
using Ivr.Server.Words;

namespace Ivr.Server.Secured.Live;

/// <summary>Asks what a company has not seen yet.</summary>
/// <remarks>
/// Entries become visible in the order of their COMMITs, and no number that is given out before the COMMIT knows that order: with
/// "everything after the last reference, time or sequence" an entry is lost whose transaction began earlier and ended later than one
/// that was seen. So the position is a snapshot: which transactions had ended when the last look was taken. What any other recorded is
/// asked for, and nothing else, however long one of them takes. A page that was made from two looks may be told of an entry twice, and
/// drops it by its reference. Positions survive a failover; one that lies in the future, after a backup was put back, counts as none, and
/// what was recorded in that future was seen with the page.
/// </remarks>
internal sealed class LiveQuery(CompanyDb db, TimeProvider clock)
{
    /// <summary>Where a reader is who has seen what is to be seen now.</summary>
    internal const string Position = "select pg_current_snapshot()::text";

    // The position first: whatever is committed between the statements is seen now and asked for again, never skipped.
    private const string Before = $"{Position}; {TodayDays.OldestAccepted};";

    private const string Sql = $"""
        {EntrySql.Select} and entry.recorded_at >= @Midnight
            and (@Seen::pg_snapshot is null
                 or entry.recorded_in >= @Oldest::xid8 and entry.recorded_in < pg_snapshot_xmax(pg_current_snapshot())
                    and not pg_visible_in_snapshot(entry.recorded_in, @Seen::pg_snapshot))
        order by entry.recorded_at, entry.id limit @MaxRows;
        {TodayQuery.Totals};
        {TodayQuery.Waiting};
        """;

    /// <summary>Where a reader begins who has seen everything up to now.</summary>
    public Task<LivePosition> NowAsync(long companyId, CancellationToken cancellation) => db.AsCompanyAsync(
        companyId, async connection => Read(await connection.QuerySingleAsync<string>(Position)), cancellation);

    /// <summary>What is new since a position; null is before everything.</summary>
    public Task<LiveBatch> SinceAsync(long companyId, LivePosition? since, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return db.AsCompanyAsync(
            companyId,
            async connection =>
            {
                var (today, midnight) = (BrusselsTime.DateOf(now), BrusselsTime.MidnightBefore(now));
                await using var before = await connection.QueryMultipleAsync(Before, new { CompanyId = companyId, Midnight = midnight });
                var position = Read(await before.ReadSingleAsync<string>());
                var seen = since?.Next <= position.Next ? since : null;
                var days = TodayDays.Of(today, await before.ReadSingleAsync<DateOnly?>());
                var asked = new
                {
                    CompanyId = companyId,
                    Oldest = (seen?.Oldest ?? 0).ToString(CultureInfo.InvariantCulture),
                    Seen = seen?.Text,
                    Midnight = midnight,
                    days.First,
                    days.Last,
                    TodayQuery.MaxRows,
                };
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

    private static LivePosition Read(string position) =>
        LivePosition.Read(position) ?? throw new InvalidOperationException("PostgreSQL gave a snapshot that is none.");
}
